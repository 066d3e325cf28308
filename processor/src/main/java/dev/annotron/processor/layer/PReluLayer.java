package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @PRelu}: leaky ReLU with slopes that are learned. */
final class PReluLayer implements Layer {
  @Override
  public String kind() {
    return "PRelu";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape x = composer.input().shape();
    Shape slopes = x;
    for (Value<Integer> axis : composer.annotation().eachInteger("sharedAxes")) {
      if (axis.value() < 1 || axis.value() > x.rank()) {
        return composer.refuse(
            Code.SHAPE_AXIS,
            axis.at(),
            "shared axis is %d, but the tensor has rank %d (%s); use axes from 1 to %d"
                .formatted(axis.value(), x.rank(), composer.path(), x.rank()));
      }
      slopes = slopes.with(axis.value() - 1, 1);
    }
    Node alpha = composer.trained("alpha", slopes, Initializer.ZEROS, 1, 1);
    Node wide = repeatsByItself(slopes, x) ? alpha : Broadcast.expand(composer, alpha, x);
    return Optional.of(composer.add(new ElementOp.Prelu(), composer.input(), wide));
  }

  /** Whether only first axes are shared: the operation repeats its slopes along them. */
  private static boolean repeatsByItself(Shape slopes, Shape x) {
    int first = 0;
    while (first < x.rank() && slopes.dimension(first) == 1) {
      first++;
    }
    return slopes
        .dimensions()
        .subList(first, x.rank())
        .equals(x.dimensions().subList(first, x.rank()));
  }
}
