package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.call;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * Calls of native functions with two, three or four operands, of which the last is the result, as
 * api.cpp has them. The memory stays alive until they return.
 */
final class NativeRun {
  private NativeRun() {}

  static void two(
      MemorySegment function,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int i,
      int j,
      int k,
      float p,
      float q) {
    int status = call(function, address(x, xAt), 0, 0, address(y, yAt), i, j, k, 0, p, q, 0, 0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }

  static void three(
      MemorySegment function,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment y,
      long yAt,
      int i,
      int j) {
    int status = call(function, address(a, aAt), address(b, bAt), 0, address(y, yAt), i, j, 0);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(y);
    check(status);
  }

  static void four(
      MemorySegment function,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment c,
      long cAt,
      MemorySegment y,
      long yAt,
      int i,
      int j,
      int k) {
    long third = address(c, cAt);
    int status = call(function, address(a, aAt), address(b, bAt), third, address(y, yAt), i, j, k);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
    Reference.reachabilityFence(y);
    check(status);
  }
}
