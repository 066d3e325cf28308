package dev.annotron.processor.ir;

/** Operations that move values and change none. */
public sealed interface ShapeOp extends KernelOp {

  /** {@code (x[…,a,b,…]) → y[…,b,a,…]}: swaps the neighbours {@code axis} and {@code axis + 1}. */
  record Swap(int axis) implements ShapeOp {}

  /** {@code (x) →} the same with zeros before and after it along {@code axis}. */
  record Pad(int axis, int before, int after) implements ShapeOp {}

  /** {@code (x) →} the same with the order along {@code axis} turned round. */
  record Reverse(int axis) implements ShapeOp {}
}
