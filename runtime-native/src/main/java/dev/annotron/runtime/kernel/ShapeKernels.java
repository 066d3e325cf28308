package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/** Kernels that move values and change none; operands as {@link Kernels} says. */
public interface ShapeKernels {

  /** {@code y[block, j, i, inner] = x[block, i, j, inner]}, for x[blocks, a, b, inner]. */
  void swap(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int a, int b, int inner);

  /** Each block of {@code width} floats with zeros before and after it. */
  void pad(
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int blocks,
      int width,
      int before,
      int after);

  /** {@code y[block, i, inner] = x[block, length − 1 − i, inner]}. */
  void reverse(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int length, int inner);

  /**
   * {@code y[i, count] = x[samples[i], from column on]}, for x[., width]: copies parts of rows.
   *
   * @param samples numbers of rows, as 64-bit integers
   */
  void gather(
      MemorySegment x,
      MemorySegment samples,
      MemorySegment y,
      long yAt,
      int rows,
      int width,
      int column,
      int count);
}
