package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.Optional;
import java.util.Set;

/** {@code @PositionalEmbedding}: a row of its own for each step, added to it. */
final class PositionalEmbeddingLayer implements Layer {
  @Override
  public String kind() {
    return "PositionalEmbedding";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = composer.input().shape();
    if (shape.rank() != 2) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "PositionalEmbedding takes rank 2 (steps, features), found rank %d (%s); put @Embedding"
                  .formatted(shape.rank(), composer.path())
              + " before it");
    }
    Initializer start = composer.initializer("value", Initializer.GLOROT_UNIFORM);
    Node table = composer.trained("embeddings", shape, start, shape.dimension(0), shape.last());
    Op flat = new Op.Reshape(Shape.of(shape.size()));
    Node x = composer.add(flat, composer.input());
    Node sum = composer.add(new Op.AddBias(), x, composer.add(flat, table));
    return Optional.of(composer.add(new Op.Reshape(shape), sum));
  }
}
