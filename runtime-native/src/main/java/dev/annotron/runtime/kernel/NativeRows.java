package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.call;
import static dev.annotron.runtime.kernel.NativeCalls.check;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Objects;

/** {@link RowKernels} of the native library, which is given the address of each row. */
final class NativeRows implements RowKernels {
  private final NativeFunctions functions;
  private final MemorySegment block;
  private final MemorySegment list;
  private final long width;
  private final long count;

  NativeRows(NativeFunctions functions, MemorySegment block, int width, MemorySegment list) {
    this.functions = functions;
    this.block = block;
    this.list = list;
    this.width = width;
    this.count = block.byteSize() / Float.BYTES / width;
  }

  @Override
  public void take(int i, long row) {
    list.setAtIndex(JAVA_LONG, i, address(block, Objects.checkIndex(row, count) * width));
  }

  @Override
  public void dense(
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
            functions.denseRows,
            list(rows, in),
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
    fence();
    Reference.reachabilityFence(weights);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  public void denseKernelGradient(
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
            functions.denseRowsKernelGradient,
            list(rows, in),
            address(dy, dyAt),
            0,
            address(gradients, dKernelAt),
            rows,
            in,
            units);
    fence();
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(gradients);
    check(status);
  }

  @Override
  public void denseKernelStep(
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
            functions.denseRowsKernelStep,
            list(rows, in),
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
    fence();
    Reference.reachabilityFence(dy);
    Reference.reachabilityFence(gradients);
    Reference.reachabilityFence(weights);
    check(status);
  }

  private long list(int rows, int in) {
    if (in != width || rows > list.byteSize() / Long.BYTES) {
      throw new IllegalArgumentException(
          "a layer of %d samples of %d floats; expected at most %d of %d, as the rows were made for"
              .formatted(rows, in, list.byteSize() / Long.BYTES, width));
    }
    return list.address();
  }

  private void fence() {
    Reference.reachabilityFence(block);
    Reference.reachabilityFence(list);
  }
}
