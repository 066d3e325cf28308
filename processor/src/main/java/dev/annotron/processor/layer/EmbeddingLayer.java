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
  /** Ids are floats: further on, two of them would be one. */
  private static final int MOST_IDS = 1 << 24;

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
    Value<Integer> ids = composer.annotation().integer("inputDim");
    boolean exact = ids.value() >= 1 && ids.value() <= MOST_IDS;
    Value<Integer> size = composer.annotation().integer("outputDim");
    return composer.check(exact, "inputDim", ids, "from 1 to " + MOST_IDS)
        & composer.check(size.value() >= 1, "outputDim", size, "at least 1");
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
