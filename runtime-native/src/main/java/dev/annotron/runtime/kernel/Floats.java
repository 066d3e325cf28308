package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** Moves floats between segments and the heap. */
final class Floats {
  private Floats() {}

  static void read(MemorySegment from, long at, float[] to, int count) {
    MemorySegment.copy(from, JAVA_FLOAT, at * Float.BYTES, to, 0, count);
  }

  static void write(float[] from, MemorySegment to, long at, int count) {
    MemorySegment.copy(from, 0, to, JAVA_FLOAT, at * Float.BYTES, count);
  }
}
