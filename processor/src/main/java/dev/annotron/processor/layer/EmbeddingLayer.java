package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.Value;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code @Embedding}: rows of a table, by their numbers. */
final class EmbeddingLayer implements Layer {
  @Override
  public String kind() {
    return "Embedding";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public OptionalInt ids(AnnotationSpec annotation) {
    return OptionalInt.of(annotation.integer("inputDim").value());
  }

  @Override
  public boolean check(Composer composer) {
    return isSize(composer, "inputDim") & isSize(composer, "outputDim");
  }

  private static boolean isSize(Composer composer, String attribute) {
    Value<Integer> size = composer.annotation().integer(attribute);
    return composer.check(size.value() >= 1, attribute, size, "at least 1");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Node ids = composer.input();
    int rank = ids.shape().rank();
    Value<Boolean> maskZero = composer.annotation().flag("maskZero");
    if (maskZero.value() && rank != 1) {
      return composer.refuse(
          Code.SHAPE_RANK,
          maskZero.at(),
          "maskZero takes ids of rank 1 (steps), found rank %d (%s); remove it"
              .formatted(rank, composer.path()));
    }
    Node rows = composer.add(new SequenceOp.Embed(), ids, table(composer));
    if (maskZero.value()) {
      Node column = composer.add(new Op.Reshape(Shape.of(ids.shape().last(), 1)), ids);
      composer.mask(rows, composer.add(new SequenceOp.Mask(0), column));
    }
    return Optional.of(rows);
  }

  private static Node table(Composer composer) {
    int vocabulary = composer.annotation().integer("inputDim").value();
    int units = composer.annotation().integer("outputDim").value();
    Initializer start = composer.initializer("value", Initializer.RANDOM_UNIFORM);
    return composer.trained("embeddings", Shape.of(vocabulary, units), start, vocabulary, units);
  }
}
