package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * The seam between generated code and the code that does the heavy work: one method per kernel,
 * with a native implementation and a plain Java one, which is the oracle and the fallback.
 *
 * <p>An operand is a pair of an off-heap segment of floats and the index of its first float there.
 * Matrices are row-major and packed: row {@code r} of a matrix with {@code n} columns starts at
 * {@code offset + r * n}. Operands are never the same memory unless a method says so. Indices are
 * trusted: they come from the compiler's memory plan.
 */
public interface Kernels
    extends ShapeKernels,
        ElementKernels,
        NormalizationKernels,
        ConvolutionKernels,
        RandomKernels,
        OptimizerKernels,
        RecurrentKernels,
        SequenceKernels,
        LossKernels {

  /**
   * The name shown to people, such as {@code "native (OpenBLAS 0.3.31, avx2)"} or {@code "java"}.
   */
  String name();

  /**
   * {@code y[rows, units] = function(x[rows, in] · kernel[in, units] + bias[units])}.
   *
   * @param biasAt the index of the bias in {@code weights}, or -1 for none
   */
  void dense(
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long kernelAt,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int in,
      int units,
      Function function,
      float slope);

  /** {@code dx[rows, in] = dy[rows, units] · kernel[in, units]ᵀ}. */
  void denseInputGradient(
      MemorySegment dy,
      long dyAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int in,
      int units);

  /** {@code dKernel[in, units] = x[rows, in]ᵀ · dy[rows, units]}. */
  void denseKernelGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dKernelAt,
      int rows,
      int in,
      int units);

  /**
   * A step of plain gradient descent: {@code kernel[in, units] −= learningRate * x[rows, in]ᵀ ·
   * dy[rows, units]}. The place of the kernel's gradient may be used, and has nothing of use
   * afterwards.
   *
   * @param kernelAt the index of the kernel in {@code weights}, and of its gradient in {@code
   *     gradients}
   */
  void denseKernelStep(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      MemorySegment weights,
      long kernelAt,
      int rows,
      int in,
      int units,
      float learningRate);

  /** {@code sum[j] = Σ over rows of x[row, j]}. */
  void sumRows(MemorySegment x, long xAt, MemorySegment sum, long sumAt, int rows, int columns);

  /** {@code y[rows, columns] = x[rows, columns] + bias[columns]}; {@code y} may be {@code x}. */
  void addBias(
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns);

  /** {@code y[i] = function(x[i])}; {@code y} may be {@code x}. */
  void activation(
      Function function,
      float slope,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count);

  /**
   * {@code dx[i] = dy[i] * function'(…)}; {@code dx} may be {@code dy}.
   *
   * @param value the function's result if {@link Function#derivativeFromOutput()}, else its
   *     argument
   */
  void activationGradient(
      Function function,
      float slope,
      MemorySegment value,
      long valueAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int count);

  /** Softmax of each row, safe for any finite values; {@code y} may be {@code x}. */
  void softmax(MemorySegment x, long xAt, MemorySegment y, long yAt, int rows, int columns);

  /**
   * {@code dx = y * (dy − Σ row of dy * y)}, with softmax's result {@code y}; {@code dx} may be
   * {@code dy}.
   */
  void softmaxGradient(
      MemorySegment y,
      long yAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns);

  /** {@code y[i] = a[i] + b[i]}; {@code y} may be {@code a} or {@code b}. */
  void add(
      MemorySegment a, long aAt, MemorySegment b, long bAt, MemorySegment y, long yAt, int count);

  /**
   * Copies {@code rows} pieces of {@code width} floats: row {@code r} from {@code xAt + r *
   * xStride} to {@code yAt + r * yStride}. Concatenation and its gradient are made of it.
   */
  void copyRows(
      MemorySegment x,
      long xAt,
      long xStride,
      MemorySegment y,
      long yAt,
      long yStride,
      int width,
      int rows);
}
