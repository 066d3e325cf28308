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
  public Optional<Node> compose(Composer composer) {
    Value<List<Integer>> value = composer.annotation().integers("value");
    if (value.value().isEmpty()) {
      return composer.outOfRange("value", value, "the sizes of the axes, at least one");
    }
    for (Value<Integer> size : composer.annotation().eachInteger("value")) {
      if (size.value() < 1) {
        return composer.outOfRange("value", size, "at least 1 along each axis");
      }
    }
    Shape shape = new Shape(value.value());
    shape.size(); // refuses what an int cannot count
    return Optional.of(composer.add(new Op.Input(composer.name(), shape)));
  }
}
