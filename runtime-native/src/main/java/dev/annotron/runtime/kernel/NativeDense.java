package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.call;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/** {@link InputKernels} of the native library, of samples in one piece. */
interface NativeDense extends InputKernels {

  /** The functions of api.cpp. */
  NativeFunctions functions();

  @Override
  default void dense(
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
      float slope) {
    int status =
        call(
            functions().dense,
            address(x, xAt),
            address(weights, kernelAt),
            biasAt < 0 ? 0 : address(weights, biasAt),
            address(y, yAt),
            rows,
            in,
            units,
            function.ordinal(),
            slope,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void denseKernelGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dKernelAt,
      int rows,
      int in,
      int units) {
    int status =
        call(
            functions().denseKernelGradient,
            address(x, xAt),
            address(dy, dyAt),
            0,
            address(gradients, dKernelAt),
            rows,
            in,
            units);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(gradients);
    check(status);
  }

  @Override
  default void denseKernelStep(
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
      float learningRate) {
    int status =
        call(
            functions().denseKernelStep,
            address(x, xAt),
            address(dy, dyAt),
            address(gradients, kernelAt),
            address(weights, kernelAt),
            rows,
            in,
            units,
            0,
            learningRate,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(gradients);
    Reference.reachabilityFence(weights);
    check(status);
  }
}
