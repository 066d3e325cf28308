package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

/** {@code @Reshape}: the same values in another shape. */
final class ReshapeLayer implements Layer {
  /** The size that follows from the others. */
  private static final int FREE = -1;

  @Override
  public String kind() {
    return "Reshape";
  }

  @Override
  public boolean check(Composer composer) {
    boolean fine = true;
    int free = 0;
    for (Value<Integer> size : composer.annotation().eachInteger("value")) {
      free += size.value() == FREE ? 1 : 0;
      boolean known = size.value() >= 1 || (size.value() == FREE && free == 1);
      fine &=
          composer.check(known, "value", size, "at least 1, or -1 for at most one of the sizes");
    }
    return fine;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Value<List<Integer>> written = composer.annotation().integers("value");
    Shape input = composer.input().shape();
    Shape shape = filled(new Shape(written.value()), input.size());
    if (shape.size() != input.size()) {
      return composer.refuse(
          Code.SHAPE_RESHAPE,
          written.at(),
          "the new shape %s cannot hold the %,d values of %s (%s); the product of the sizes must be %2$,d"
              .formatted(new Shape(written.value()), input.size(), input, composer.path()));
    }
    return Optional.of(composer.add(new Op.Reshape(shape), composer.input()));
  }

  /** The shape with its free size, if it has one, as large as fits. */
  private static Shape filled(Shape shape, int size) {
    int axis = shape.dimensions().indexOf(FREE);
    return axis < 0 ? shape : shape.with(axis, size / shape.with(axis, 1).size());
  }
}
