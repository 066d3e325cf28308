package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** {@link ElementKernels} of the native library. */
interface NativeElements extends ElementKernels {

  /** The functions of api_element.cpp. */
  Functions elements();

  /** Their addresses. */
  record Functions(
      MemorySegment combine,
      MemorySegment choose,
      MemorySegment affine,
      MemorySegment scale,
      MemorySegment scaleGradient,
      MemorySegment prelu,
      MemorySegment preluGradient,
      MemorySegment preluSlopeGradient,
      MemorySegment repeat,
      MemorySegment sumRepeats) {
    static Functions of(SymbolLookup library) {
      return new Functions(
          NativeCalls.find(library, "combine"),
          NativeCalls.find(library, "choose"),
          NativeCalls.find(library, "affine"),
          NativeCalls.find(library, "scale"),
          NativeCalls.find(library, "scale_gradient"),
          NativeCalls.find(library, "prelu"),
          NativeCalls.find(library, "prelu_gradient"),
          NativeCalls.find(library, "prelu_slope_gradient"),
          NativeCalls.find(library, "repeat"),
          NativeCalls.find(library, "sum_repeats"));
    }
  }

  @Override
  default void combine(
      Combination how,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment y,
      long yAt,
      int count) {
    NativeRun.three(elements().combine(), a, aAt, b, bAt, y, yAt, how.ordinal(), count);
  }

  @Override
  default void choose(
      Combination how,
      boolean first,
      MemorySegment a,
      long aAt,
      MemorySegment b,
      long bAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int count) {
    MemorySegment function = elements().choose();
    int number = how.ordinal();
    NativeRun.four(function, a, aAt, b, bAt, dy, dyAt, dx, dxAt, number, first ? 1 : 0, count);
  }

  @Override
  default void affine(
      float factor, float offset, MemorySegment x, long xAt, MemorySegment y, long yAt, int count) {
    NativeRun.two(elements().affine(), x, xAt, y, yAt, count, 0, 0, factor, offset);
  }

  @Override
  default void scale(
      MemorySegment x,
      long xAt,
      MemorySegment factor,
      long factorAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    NativeRun.three(elements().scale(), x, xAt, factor, factorAt, y, yAt, rows, columns);
  }

  @Override
  default void scaleGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dFactor,
      long dFactorAt,
      int rows,
      int columns) {
    MemorySegment function = elements().scaleGradient();
    NativeRun.three(function, x, xAt, dy, dyAt, dFactor, dFactorAt, rows, columns);
  }

  @Override
  default void prelu(
      MemorySegment x,
      long xAt,
      MemorySegment alpha,
      long alphaAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    NativeRun.three(elements().prelu(), x, xAt, alpha, alphaAt, y, yAt, rows, columns);
  }

  @Override
  default void preluGradient(
      MemorySegment x,
      long xAt,
      MemorySegment alpha,
      long alphaAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    MemorySegment function = elements().preluGradient();
    NativeRun.four(function, x, xAt, alpha, alphaAt, dy, dyAt, dx, dxAt, rows, columns, 0);
  }

  @Override
  default void preluSlopeGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dAlpha,
      long dAlphaAt,
      int rows,
      int columns) {
    MemorySegment function = elements().preluSlopeGradient();
    NativeRun.three(function, x, xAt, dy, dyAt, dAlpha, dAlphaAt, rows, columns);
  }

  @Override
  default void repeat(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int times, int inner) {
    NativeRun.two(elements().repeat(), x, xAt, y, yAt, blocks, times, inner, 0, 0);
  }

  @Override
  default void sumRepeats(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int times, int inner) {
    NativeRun.two(elements().sumRepeats(), x, xAt, y, yAt, blocks, times, inner, 0, 0);
  }
}
