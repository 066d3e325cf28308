package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.call;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/** {@link ShapeKernels} of the native library. */
interface NativeShapes extends ShapeKernels {

  /** The functions of api_shape.cpp. */
  Functions shapes();

  /** Their addresses. */
  record Functions(
      MemorySegment swap, MemorySegment pad, MemorySegment reverse, MemorySegment gather) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "swap"),
          NativeCalls.find(library, "pad"),
          NativeCalls.find(library, "reverse"),
          NativeCalls.find(library, "gather"));
    }
  }

  @Override
  default void swap(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int a, int b, int inner) {
    run(shapes().swap(), x, xAt, y, yAt, blocks, a, b, inner);
  }

  @Override
  default void pad(
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int blocks,
      int width,
      int before,
      int after) {
    run(shapes().pad(), x, xAt, y, yAt, blocks, width, before, after);
  }

  @Override
  default void reverse(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int length, int inner) {
    run(shapes().reverse(), x, xAt, y, yAt, blocks, length, inner, 0);
  }

  @Override
  default void gather(
      MemorySegment x,
      MemorySegment samples,
      MemorySegment y,
      long yAt,
      int rows,
      int width,
      int column,
      int count) {
    int status =
        call(
            shapes().gather(),
            address(x, 0),
            address(samples, 0),
            0,
            address(y, yAt),
            rows,
            width,
            column,
            count,
            0,
            0,
            0,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(samples);
    Reference.reachabilityFence(y);
    check(status);
  }

  private static void run(
      MemorySegment function,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int i,
      int j,
      int k,
      int l) {
    int status = call(function, address(x, xAt), 0, 0, address(y, yAt), i, j, k, l, 0, 0, 0, 0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }
}
