package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/** {@link ConvolutionKernels} in plain Java. */
interface JavaConvolutions extends Kernels {

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
    JavaProducts.ofThread().convolve(geometry, x, xAt, weights, kernelAt, y, yAt, rows);
    int windows = Math.multiplyExact(rows, geometry.windows());
    if (biasAt >= 0) {
      addBias(y, yAt, weights, biasAt, y, yAt, windows, geometry.filters());
    }
    if (function != Function.LINEAR) {
      int count = Math.multiplyExact(windows, geometry.filters());
      activation(function, slope, y, yAt, y, yAt, count);
    }
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
    JavaProducts.ofThread().transposed(geometry, y, yAt, weights, kernelAt, x, xAt, rows);
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
    JavaProducts.ofThread().gradient(geometry, x, xAt, dy, dyAt, gradients, dKernelAt, rows);
  }

  @Override
  default void maxPool(
      Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    JavaPools.ofThread().max(geometry, x, xAt, y, yAt, rows);
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
    JavaPools.ofThread().maxGradient(geometry, x, xAt, y, yAt, dy, dyAt, dx, dxAt, rows);
  }

  @Override
  default void sumPool(
      Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    JavaPools.ofThread().sum(geometry, false, x, xAt, y, yAt, rows);
  }

  @Override
  default void meanPool(
      Geometry geometry, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    JavaPools.ofThread().sum(geometry, true, x, xAt, y, yAt, rows);
  }

  @Override
  default void spreadSum(
      Geometry geometry, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows) {
    JavaPools.ofThread().spread(geometry, false, y, yAt, x, xAt, rows);
  }

  @Override
  default void spreadMean(
      Geometry geometry, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows) {
    JavaPools.ofThread().spread(geometry, true, y, yAt, x, xAt, rows);
  }
}
