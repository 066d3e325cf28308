package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Kernels value by value, on two tensors or with a value for each column; operands as {@link
 * Kernels} says. Each costs one pass over its operands.
 */
public interface ElementKernels {

  /** {@code y[i] = a[i] how b[i]}; {@code y} may be {@code a} or {@code b}. */
  void combine(
      Combination how,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment y,
      long yAt,
      int count);

  /**
   * The derivative of a maximum or minimum: {@code dx[i] = dy[i]} where it is the operand that is
   * asked for, else 0; of equal operands it is the first. {@code dx} may be {@code dy}.
   *
   * @param first whether the derivative by {@code a} is asked for, else that by {@code b}
   */
  void choose(
      Combination how,
      boolean first,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int count);

  /** {@code y[i] = factor · x[i] + offset}; {@code y} may be {@code x}. */
  void affine(
      float factor, float offset, MemorySegment x, long xAt, MemorySegment y, long yAt, int count);

  /** {@code y[row, j] = x[row, j] · factor[j]}; {@code y} may be {@code x}. */
  void scale(
      MemorySegment x,
      long xAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns);

  /** {@code dFactor[j] = Σ over rows of x[row, j] · dy[row, j]}. */
  void scaleGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dFactor,
      long dFactorAt,
      int rows,
      int columns);

  /**
   * {@code y[row, j] = x[row, j]} where it is positive, else {@code alpha[j] · x[row, j]}; {@code
   * y} may be {@code x}.
   */
  void prelu(
      MemorySegment x,
      long xAt,
      MemorySegment alpha,
      long alphaAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns);

  /**
   * {@code dx[row, j] = dy[row, j]} where {@code x} is positive, else {@code alpha[j] · dy[row,
   * j]}; {@code dx} may be {@code dy}.
   */
  void preluGradient(
      MemorySegment x,
      long xAt,
      MemorySegment alpha,
      long alphaAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns);

  /** {@code dAlpha[j] = Σ over rows of min(x[row, j], 0) · dy[row, j]}. */
  void preluSlopeGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dAlpha,
      long dAlphaAt,
      int rows,
      int columns);

  /** Each block of {@code inner} floats so many times: {@code y[block, i, j] = x[block, j]}. */
  void repeat(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int times, int inner);

  /** {@code y[block, j] = Σ over i of x[block, i, j]}, the derivative of {@link #repeat}. */
  void sumRepeats(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int times, int inner);
}
