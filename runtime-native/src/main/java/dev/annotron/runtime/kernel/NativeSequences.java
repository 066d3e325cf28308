package dev.annotron.runtime.kernel;

import static dev.annotron.runtime.kernel.NativeCalls.address;
import static dev.annotron.runtime.kernel.NativeCalls.check;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.ref.Reference;

/** {@link SequenceKernels} of the native library. */
interface NativeSequences extends SequenceKernels {

  /** The functions of api_sequence.cpp. */
  Functions sequences();

  /** Their addresses. */
  record Functions(
      MemorySegment embed,
      MemorySegment embedGradient,
      MemorySegment mask,
      MemorySegment products,
      MemorySegment hide) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "embed"),
          NativeCalls.find(library, "embed_gradient"),
          NativeCalls.find(library, "mask"),
          NativeCalls.find(library, "products"),
          NativeCalls.find(library, "hide"));
    }
  }

  /** What is thrown where an id has no row. */
  static IllegalArgumentException outside() {
    return new IllegalArgumentException(
        "an id is outside the vocabulary of an embedding; ids start at 0 and are below the"
            + " vocabulary");
  }

  @Override
  default void embed(
      MemorySegment ids,
      long idsAt,
      MemorySegment weights,
      long tableAt,
      MemorySegment y,
      long yAt,
      int count,
      int vocabulary,
      int units) {
    rows(sequences().embed(), ids, idsAt, weights, tableAt, y, yAt, count, vocabulary, units);
  }

  @Override
  default void embedGradient(
      MemorySegment ids,
      long idsAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dTableAt,
      int count,
      int vocabulary,
      int units) {
    MemorySegment function = sequences().embedGradient();
    rows(function, ids, idsAt, dy, dyAt, gradients, dTableAt, count, vocabulary, units);
  }

  private static void rows(
      MemorySegment function,
      MemorySegment ids,
      long idsAt,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count,
      int vocabulary,
      int units) {
    int status =
        NativeCalls.call(
            function,
            address(ids, idsAt),
            address(x, xAt),
            0,
            address(y, yAt),
            count,
            vocabulary,
            units);
    Reference.reachabilityFence(ids);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(y);
    if (status == NativeCalls.BAD_LABEL) {
      throw outside();
    }
    check(status);
  }

  @Override
  default void mask(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int rows, int columns, float value) {
    NativeRun.two(sequences().mask(), x, xAt, y, yAt, rows, columns, 0, value, 0);
  }

  @Override
  default void products(
      boolean transposeA,
      boolean transposeB,
      float scale,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment y,
      long yAt,
      int blocks,
      int m,
      int n,
      int k) {
    int status =
        WideCalls.call(
            sequences().products(),
            address(a, aAt),
            address(b, bAt),
            address(y, yAt),
            0,
            0,
            0,
            transposeA ? 1 : 0,
            transposeB ? 1 : 0,
            blocks,
            m,
            n,
            k,
            0,
            0,
            scale,
            0);
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(y);
    check(status);
  }

  @Override
  default void hide(
      MemorySegment x,
      long xAt,
      MemorySegment mask,
      long maskAt,
      MemorySegment y,
      long yAt,
      int rows,
      int heads,
      int from,
      int to,
      boolean causal,
      float fill) {
    int status =
        WideCalls.call(
            sequences().hide(),
            address(x, xAt),
            maskAt < 0 ? 0 : address(mask, maskAt),
            address(y, yAt),
            0,
            0,
            0,
            rows,
            heads,
            from,
            to,
            causal ? 1 : 0,
            0,
            0,
            0,
            fill,
            0);
    Reference.reachabilityFence(x);
    Reference.reachabilityFence(mask);
    Reference.reachabilityFence(y);
    check(status);
  }
}
