package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/** {@link RandomKernels} of the native library. */
interface NativeRandoms extends RandomKernels {

  /** The functions of api_random.cpp. */
  Functions randoms();

  /** Their addresses. */
  record Functions(MemorySegment dropout, MemorySegment noise) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "dropout"), NativeCalls.find(library, "noise"));
    }
  }

  @Override
  default void dropout(
      long draw,
      int salt,
      float rate,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int rows,
      int size,
      int channels) {
    long from = address(x, xAt);
    long to = address(y, yAt);
    long key = Chance.key(draw, salt);
    int status =
        WideCalls.call(
            randoms().dropout(),
            from,
            0,
            0,
            0,
            0,
            to,
            (int) key,
            (int) (key >>> 32),
            Chance.threshold(rate),
            rows,
            size,
            channels,
            0,
            0,
            Chance.scale(rate),
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void noise(
      long draw,
      int salt,
      float deviation,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count) {
    long from = address(x, xAt);
    long to = address(y, yAt);
    long key = Chance.key(draw, salt);
    int low = (int) key;
    int high = (int) (key >>> 32);
    int status =
        WideCalls.call(
            randoms().noise(), from, 0, 0, 0, 0, to, low, high, count, 0, 0, 0, 0, 0, deviation, 0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    check(status);
  }
}
