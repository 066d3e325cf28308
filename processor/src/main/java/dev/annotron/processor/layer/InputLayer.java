package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

/** {@code @Input}: the start of the data. */
final class InputLayer implements Layer {
  @Override
  public String kind() {
    return "Input";
  }

  @Override
  public Arity arity() {
    return Arity.NONE;
  }

  @Override
  public boolean check(Composer composer) {
    Value<List<Integer>> value = composer.annotation().integers("value");
    boolean some = !value.value().isEmpty() || composer.isBound();
    boolean fits = composer.check(some, "value", value, "the sizes of the axes, at least one");
    for (Value<Integer> size : composer.annotation().eachInteger("value")) {
      fits &= composer.check(size.value() >= 1, "value", size, "at least 1 along each axis");
    }
    return fits;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Value<List<Integer>> value = composer.annotation().integers("value");
    Shape shape = new Shape(value.value());
    if (composer.isBound()) {
      return bound(composer, shape, value.at());
    }
    shape.size(); // refuses what an int cannot count
    return Optional.of(composer.add(new Op.Input(composer.name(), shape)));
  }

  /** The input of a block is what it is bound to, of any shape or of the one that is written. */
  private static Optional<Node> bound(Composer composer, Shape shape, Position at) {
    Shape found = composer.input().shape();
    return shape.rank() == 0 || shape.equals(found)
        ? Optional.of(composer.input())
        : composer.refuse(
            Code.SHAPE_MISMATCH,
            at,
            "this input of the block takes %s, found %s (%s); make the two shapes equal, or leave the"
                    .formatted(shape, found, composer.path())
                + " shape out to take any");
  }
}
