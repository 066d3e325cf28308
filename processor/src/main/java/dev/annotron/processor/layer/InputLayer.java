package dev.annotron.processor.layer;

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
    boolean some = !value.value().isEmpty();
    boolean fits = composer.check(some, "value", value, "the sizes of the axes, at least one");
    for (Value<Integer> size : composer.annotation().eachInteger("value")) {
      fits &= composer.check(size.value() >= 1, "value", size, "at least 1 along each axis");
    }
    return fits;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = new Shape(composer.annotation().integers("value").value());
    shape.size(); // refuses what an int cannot count
    return Optional.of(composer.add(new Op.Input(composer.name(), shape)));
  }
}
