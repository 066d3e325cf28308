package dev.annotron.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * The memory that a data set and all its views share: two row-major blocks of float32.
 *
 * @param features {@code rows * featureCount} floats
 * @param targets {@code rows * targetCount} floats
 * @param names what the columns and classes are called
 */
record DatasetBlock(
    int rows,
    int featureCount,
    int targetCount,
    MemorySegment features,
    MemorySegment targets,
    Names names) {

  /** Above this many floats (1 MiB) a block lies outside the heap. */
  static final int HEAP_FLOATS = 1 << 18;

  /** The alignment of blocks outside the heap: a cache line, and the widest vector register. */
  private static final long ALIGNMENT = 64;

  /** What columns and classes are called; a list is empty where nothing has a name. */
  record Names(List<String> features, List<String> targets, List<String> classes) {
    static final Names NONE = new Names(List.of(), List.of(), List.of());
  }

  DatasetBlock {
    features = features.asReadOnly();
    targets = targets.asReadOnly();
  }

  /** A writable block of {@code floats} zeros, on the heap if small. */
  static MemorySegment allocate(long floats) {
    if (floats <= HEAP_FLOATS) {
      return MemorySegment.ofArray(new float[(int) floats]);
    }
    try {
      return Arena.ofAuto().allocate(bytes(floats), ALIGNMENT);
    } catch (OutOfMemoryError e) {
      throw new DataException(
          "The data needs "
              + (bytes(floats) >> 20)
              + " MiB in one block outside the heap, more than this JVM may take. Allow more with"
              + " -XX:MaxDirectMemorySize, or map a file and use Dataset.of(MemorySegment, ...).",
          e);
    }
  }

  /** The size of a block of {@code rows * columns} floats. */
  static long floats(long rows, long columns) {
    try {
      long floats = Math.multiplyExact(rows, columns);
      Math.multiplyExact(floats, (long) Float.BYTES);
      return floats;
    } catch (ArithmeticException e) {
      throw new DataException(
          rows + " rows of " + columns + " numbers are more than any memory holds. Use fewer.", e);
    }
  }

  static long bytes(long floats) {
    return floats * Float.BYTES;
  }

  /** Copies {@code count} floats out of a block. */
  static void read(MemorySegment block, long at, float[] to, int count) {
    MemorySegment.copy(block, ValueLayout.JAVA_FLOAT, bytes(at), to, 0, count);
  }

  /** Copies {@code count} floats into a block. */
  static void write(float[] from, int count, MemorySegment block, long at) {
    MemorySegment.copy(from, 0, block, ValueLayout.JAVA_FLOAT, bytes(at), count);
  }
}
