package dev.annotron.processor.ir;

/**
 * Products of a kernel with windows of a picture, {@code x[height,width,channels]}: for each window
 * and filter {@code y = Σ over taps and channels of x · kernel}.
 */
public sealed interface ConvolutionOp extends KernelOp {

  Geometry geometry();

  /** {@code (x, kernel) → y}. */
  record Convolve(Geometry geometry) implements ConvolutionOp {}

  /** {@code (y, kernel) → x}: the transpose of {@link Convolve}, which is its derivative by x. */
  record ConvolveTransposed(Geometry geometry) implements ConvolutionOp {}

  /** {@code (x, dy) → dKernel}, summed over the batch; only derivatives use it. */
  record ConvolveKernelGradient(Geometry geometry) implements ConvolutionOp {}

  /**
   * {@code (x, kernel)} or {@code (x, kernel, bias) → function(convolve(x, kernel) + bias)}; passes
   * put it in the place of these, after differentiation.
   */
  record ConvolveFused(Geometry geometry, Pointwise function, boolean hasBias)
      implements ConvolutionOp {}
}
