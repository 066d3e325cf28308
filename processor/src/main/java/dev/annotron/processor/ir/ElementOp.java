package dev.annotron.processor.ir;

/**
 * Operations value by value, on tensors of one shape or with a tensor that repeats. Kernels compute
 * them off the heap, and loops on it, so that small networks need no kernels for them.
 */
public sealed interface ElementOp extends Op {

  /** How two values become one. */
  enum Combination {
    SUBTRACT,
    MULTIPLY,
    MAXIMUM,
    MINIMUM
  }

  /** {@code (a, b) → a how b}, of one type, which may be one that all samples share. */
  record Combine(Combination how) implements ElementOp {}

  /**
   * {@code (a, b, dy) →} the derivative of a maximum or minimum by {@code a} if {@code first}, else
   * by {@code b}: {@code dy} where it was taken, else 0; of equal values the first is taken.
   */
  record Choose(Combination how, boolean first) implements ElementOp {}

  /** {@code (x) → factor · x + offset}. */
  record Affine(double factor, double offset) implements ElementOp {}

  /**
   * {@code (x, factor) → x · factor}; the factor covers the last axes and repeats over the others.
   */
  record Scale() implements ElementOp {}

  /** {@code (x, dy) → dFactor}, of {@link Scale} with a factor of that shape. No derivative. */
  record ScaleGradient(Shape shape) implements ElementOp {}

  /** {@code (x, alpha) → x > 0 ? x : alpha · x}; alpha repeats as the factor of {@link Scale}. */
  record Prelu() implements ElementOp {}

  /** {@code (x, alpha, dy) → dx}, of {@link Prelu}. No derivative. */
  record PreluGradient() implements ElementOp {}

  /** {@code (x, dy) → dAlpha}, of {@link Prelu} with an alpha of that shape. No derivative. */
  record PreluSlopeGradient(Shape shape) implements ElementOp {}

  /** {@code (x) →} the same so many times along an axis of size 1. */
  record Repeat(int axis, int times) implements ElementOp {}

  /** {@code (x) →} the sum along an axis, which keeps size 1. */
  record SumAxis(int axis) implements ElementOp {}

  /** {@code (x) → function(x)}, a user's own. */
  record Custom(CustomFunction function) implements ElementOp {}

  /** {@code (x, dy) → dy · derivative(x)}, of {@link Custom}. No derivative. */
  record CustomGradient(CustomFunction function) implements ElementOp {}
}
