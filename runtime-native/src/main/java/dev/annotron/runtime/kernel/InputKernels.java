package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * The kernels of dense layers that read samples, which is all that most networks do with their
 * input. Operands are as in {@link Kernels}.
 */
public interface InputKernels {

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
}
