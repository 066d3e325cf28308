package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Kernels that multiply windows of pictures with the kernel of a convolution, and those that find
 * what windows have in common; operands as {@link Kernels} says. There are {@code rows} pictures
 * {@code x[height, width, channels]}, and a number {@code y[window row, window column, filter]} for
 * each window and filter. A kernel is {@code [kernel height, kernel width, channels / groups,
 * filters]}. Products cost {@code windows · taps · channels / groups · filters} multiply-adds for
 * each picture, pools {@code windows · taps · channels} steps.
 */
public interface ConvolutionKernels {

  /**
   * {@code y[w, f] = function(Σ over taps t and channels c of x[w · stride + t · dilation − before,
   * c] · kernel[t, c, f] + bias[f])}.
   *
   * @param biasAt the index of the bias in {@code weights}, or -1 for none
   */
  void convolve(
      Geometry geometry,
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long kernelAt,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      Function function,
      float slope);

  /**
   * {@code x[p, c] = Σ over filters, and windows w and taps t that meet at p, of y[w, f] ·
   * kernel[t, c, f]}: the transpose of {@link #convolve}, and its derivative by x.
   */
  void convolveTransposed(
      Geometry geometry,
      MemorySegment y,
      long yAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment x,
      long xAt,
      int rows);

  /** {@code dKernel[t, c, f] = Σ over rows and windows w of x[w at t, c] · dy[w, f]}. */
  void convolveKernelGradient(
      Geometry geometry,
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dKernelAt,
      int rows);

  /** {@code y[w, c]} is the largest value that window w has in channel c. */
  void maxPool(Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows);

  /** {@code dy[w, c]} is added to where {@code x} first has the largest value {@code y[w, c]}. */
  void maxPoolGradient(
      Geometry geometry,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows);

  /** {@code y[w, c] = Σ over taps t inside of the picture of x[w at t, c]}. */
  void sumPool(Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows);

  /** {@link #sumPool} divided by the number of taps inside of the picture. */
  void meanPool(Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows);

  /** {@code x[p, c] = Σ over windows w that have p of y[w, c]}: the transpose of a sum. */
  void spreadSum(Geometry geometry, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows);

  /** The same with {@code y[w, c]} in equal parts: the transpose of a mean. */
  void spreadMean(
      Geometry geometry, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows);
}
