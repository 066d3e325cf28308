package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/** {@link ConvolutionKernels} of the native library. */
interface NativeConvolutions extends ConvolutionKernels {

  /** The functions of api_convolution.cpp. */
  Functions convolutions();

  /** Their addresses. */
  record Functions(
      MemorySegment convolve,
      MemorySegment convolveTransposed,
      MemorySegment convolveKernelGradient,
      MemorySegment maxPool,
      MemorySegment maxPoolGradient,
      MemorySegment sumPool,
      MemorySegment spreadPool) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "convolve"),
          NativeCalls.find(library, "convolve_transposed"),
          NativeCalls.find(library, "convolve_kernel_gradient"),
          NativeCalls.find(library, "max_pool"),
          NativeCalls.find(library, "max_pool_gradient"),
          NativeCalls.find(library, "sum_pool"),
          NativeCalls.find(library, "spread_pool"));
    }
  }

  /** Calls a function with windows and three operands, of which the last is the result. */
  private static void run(
      MemorySegment function,
      Geometry geometry,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment result,
      long resultAt,
      int rows,
      int option) {
    int status =
        WideCalls.call(
            function,
            geometry.numbers().address(),
            address(a, aAt),
            address(b, bAt),
            0,
            0,
            address(result, resultAt),
            rows,
            option,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(geometry);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(result);
    check(status);
  }

  @Override
  default void convolve(
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
      float slope) {
    int status =
        WideCalls.call(
            convolutions().convolve(),
            geometry.numbers().address(),
            address(x, xAt),
            address(weights, kernelAt),
            biasAt < 0 ? 0 : address(weights, biasAt),
            0,
            address(y, yAt),
            rows,
            function.ordinal(),
            0,
            0,
            0,
            0,
            0,
            0,
            slope,
            0);
    Reference.reachabilityFence(geometry);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void convolveTransposed(
      Geometry geometry,
      MemorySegment y,
      long yAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment x,
      long xAt,
      int rows) {
    MemorySegment function = convolutions().convolveTransposed();
    run(function, geometry, y, yAt, weights, kernelAt, x, xAt, rows, 0);
  }

  @Override
  default void convolveKernelGradient(
      Geometry geometry,
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dKernelAt,
      int rows) {
    MemorySegment function = convolutions().convolveKernelGradient();
    run(function, geometry, x, xAt, dy, dyAt, gradients, dKernelAt, rows, 0);
  }

  @Override
  default void maxPool(
      Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    run(convolutions().maxPool(), geometry, x, xAt, x, xAt, y, yAt, rows, 0);
  }

  @Override
  default void maxPoolGradient(
      Geometry geometry,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows) {
    int status =
        WideCalls.call(
            convolutions().maxPoolGradient(),
            geometry.numbers().address(),
            address(x, xAt),
            address(y, yAt),
            address(dy, dyAt),
            0,
            address(dx, dxAt),
            rows,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(geometry);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(dx);
    check(status);
  }

  @Override
  default void sumPool(
      Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    run(convolutions().sumPool(), geometry, x, xAt, x, xAt, y, yAt, rows, 0);
  }

  @Override
  default void meanPool(
      Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    run(convolutions().sumPool(), geometry, x, xAt, x, xAt, y, yAt, rows, 1);
  }

  @Override
  default void spreadSum(
      Geometry geometry, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows) {
    run(convolutions().spreadPool(), geometry, y, yAt, y, yAt, x, xAt, rows, 0);
  }

  @Override
  default void spreadMean(
      Geometry geometry, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows) {
    run(convolutions().spreadPool(), geometry, y, yAt, y, yAt, x, xAt, rows, 1);
  }
}
