package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import java.util.Optional;

/** {@code @Block}: the result of the block, whose layers stand before it. */
final class BlockLayer implements Layer {
  @Override
  public String kind() {
    return "Block";
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    return Optional.of(composer.input());
  }
}
