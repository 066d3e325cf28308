package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/** {@link ShapeKernels} in plain Java. */
interface JavaShapes extends ShapeKernels {

  @Override
  default void swap(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int a, int b, int inner) {
    for (int block = 0; block < blocks; block++) {
      long at = (long) block * a * b * inner;
      for (int i = 0; i < a; i++) {
        for (int j = 0; j < b; j++) {
          long from = xAt + at + ((long) i * b + j) * inner;
          copy(x, from, y, yAt + at + ((long) j * a + i) * inner, inner);
        }
      }
    }
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
    for (int block = 0; block < blocks; block++) {
      long to = yAt + (long) block * (before + width + after);
      clear(y, to, before);
      copy(x, xAt + (long) block * width, y, to + before, width);
      clear(y, to + before + width, after);
    }
  }

  @Override
  default void reverse(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int blocks, int length, int inner) {
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < length; i++) {
        long from = xAt + ((long) block * length + i) * inner;
        copy(x, from, y, yAt + ((long) block * length + length - 1 - i) * inner, inner);
      }
    }
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
    for (int i = 0; i < rows; i++) {
      long from = samples.getAtIndex(JAVA_LONG, i) * width + column;
      copy(x, from, y, yAt + (long) i * count, count);
    }
  }

  private static void copy(MemorySegment x, long xAt, MemorySegment y, long yAt, int count) {
    if (count == 1) {
      y.setAtIndex(JAVA_FLOAT, yAt, x.getAtIndex(JAVA_FLOAT, xAt));
    } else {
      MemorySegment.copy(x, xAt * Float.BYTES, y, yAt * Float.BYTES, (long) count * Float.BYTES);
    }
  }

  private static void clear(MemorySegment y, long yAt, int count) {
    y.asSlice(yAt * Float.BYTES, (long) count * Float.BYTES).fill((byte) 0);
  }
}
