package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.Optional;

/** {@code @Flatten}: all values in one row. */
final class FlattenLayer implements Layer {
  @Override
  public String kind() {
    return "Flatten";
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape flat = Shape.of(composer.input().shape().size());
    return Optional.of(composer.add(new Op.Reshape(flat), composer.input()));
  }
}
