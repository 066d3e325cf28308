package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

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
    extends InputKernels,
        ShapeKernels,
        ElementKernels,
        NormalizationKernels,
        ConvolutionKernels,
        RandomKernels,
        OptimizerKernels,
        RecurrentKernels,
        SequenceKernels,
        LossKernels {

  /** The name shown to people, such as {@code "native (avx2)"} or {@code "java"}. */
  String name();

  /**
   * Kernels for layers whose samples {@code x} are rows of {@code block}, which may lie in any
   * order: they read them where they lie. Empty where a batch must lie in one piece, as it must for
   * kernels in plain Java.
   *
   * @param block all rows, one behind the other, outside the heap
   * @param width the floats of a row
   * @param list room for a {@code long} for each row of the largest batch
   */
  default Optional<RowKernels> rows(MemorySegment block, int width, MemorySegment list) {
    return Optional.empty();
  }

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
