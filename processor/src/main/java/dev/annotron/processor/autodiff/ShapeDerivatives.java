package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;

/** The derivatives of {@link ShapeOp}s: what was moved is moved back. */
final class ShapeDerivatives {
  private ShapeDerivatives() {}

  /**
   * The operation that takes the gradient of the result to that of an operand of shape {@code x}.
   */
  static Op of(ShapeOp op, Shape x) {
    return switch (op) {
      case ShapeOp.Swap swap -> swap;
      case ShapeOp.Reverse reverse -> reverse;
      case ShapeOp.Pad(int axis, int before, int _) ->
          new Op.Slice(axis, before, x.dimension(axis));
    };
  }
}
