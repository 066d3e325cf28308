package dev.annotron.processor.ir;

/** What windows of a picture have in common, channel by channel. */
public sealed interface PoolOp extends KernelOp {

  Geometry geometry();

  /** {@code (x) →} the largest value of each window. */
  record MaxPool(Geometry geometry) implements PoolOp {}

  /**
   * {@code (x, y, dy) → dx}, of {@link MaxPool} with result y: what a window gives goes to the
   * first of its largest values. Only derivatives use it.
   */
  record MaxPoolGradient(Geometry geometry) implements PoolOp {}

  /** {@code (x) →} the sum of each window, or its mean over the taps inside of the picture. */
  record SumPool(Geometry geometry, boolean mean) implements PoolOp {}

  /**
   * {@code (y) → x}: each value goes to all taps of its window, for a mean in equal parts: the
   * transpose of {@link SumPool}, which is its derivative.
   */
  record SpreadPool(Geometry geometry, boolean mean) implements PoolOp {}
}
