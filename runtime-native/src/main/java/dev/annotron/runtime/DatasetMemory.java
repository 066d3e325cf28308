package dev.annotron.runtime;

import dev.annotron.runtime.kernel.SystemPages;
import dev.annotron.runtime.text.MemoryLimit;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block of float32: an array while it is small, else memory outside the heap.
 *
 * <p>An array is seen as a {@link MemorySegment} only when someone asks: the first segment of a
 * process costs it 40 ms, a tenth of what a small network may take from start to exit.
 */
final class DatasetMemory {
  /** Above this many floats (1 MiB) a block lies outside the heap. */
  static final int HEAP_FLOATS = 1 << 18;

  /** The alignment of blocks outside the heap: a cache line, and the widest vector register. */
  private static final long ALIGNMENT = 64;

  private final long size;
  private final float @Nullable [] array;
  private final boolean lasting;
  private @Nullable MemorySegment segment;

  private DatasetMemory(
      long size, float @Nullable [] array, @Nullable MemorySegment segment, boolean lasting) {
    this.size = size;
    this.array = array;
    this.segment = segment;
    this.lasting = lasting;
  }

  static DatasetMemory of(float[] array) {
    return new DatasetMemory(array.length, array, null, false);
  }

  static DatasetMemory of(MemorySegment segment) {
    return of(segment, false);
  }

  private static DatasetMemory of(MemorySegment segment, boolean lasting) {
    return new DatasetMemory(segment.byteSize() / Float.BYTES, null, segment, lasting);
  }

  /** A block of zeros. */
  static DatasetMemory allocate(long floats) {
    return allocate(floats, 0);
  }

  /**
   * A block of zeros.
   *
   * @param held the floats outside the heap that the same data needs at the same time
   */
  static DatasetMemory allocate(long floats, long held) {
    if (floats <= HEAP_FLOATS) {
      return of(new float[(int) floats]);
    }
    Optional<MemorySegment> pages = SystemPages.take(bytes(floats));
    if (pages.isPresent()) {
      return of(pages.get(), true);
    }
    try {
      return of(Arena.ofAuto().allocate(bytes(floats), ALIGNMENT), true);
    } catch (OutOfMemoryError e) {
      MemorySegment mapped = DatasetSpill.map(bytes(floats));
      if (mapped != null) {
        return of(mapped);
      }
      throw new DataException(
          MemoryLimit.message(
              "The data",
              bytes(held + floats),
              "Or name a directory with room for it: -D" + DatasetSpill.DIRECTORY + "=DIR."),
          e);
    }
  }

  /** The floats of {@code rows * columns}, as far as their bytes can be counted. */
  static long floats(long rows, long columns) {
    try {
      long floats = Math.multiplyExact(rows, columns);
      Math.multiplyExact(floats, (long) Float.BYTES);
      return floats;
    } catch (ArithmeticException e) {
      throw new DataException(
          "The data has " + rows + " rows of " + columns + " numbers",
          "no more than memory can hold",
          "Use fewer.",
          e);
    }
  }

  private static long bytes(long floats) {
    return floats * Float.BYTES;
  }

  /** The number of floats. */
  long size() {
    return size;
  }

  /**
   * Whether this is memory outside the heap that nobody can close, and no file that somebody can
   * make shorter: native code may read it.
   */
  boolean isLasting() {
    return lasting;
  }

  /** Copies {@code count} floats out, from index {@code at}. */
  void read(long at, float[] to, int toIndex, int count) {
    if (array != null && count == 1) {
      // Such as a class number: a call of arraycopy takes several times as long.
      to[toIndex] = array[(int) at];
    } else if (array != null) {
      System.arraycopy(array, (int) at, to, toIndex, count);
    } else {
      MemorySegment.copy(
          writable(), ValueLayout.JAVA_FLOAT_UNALIGNED, bytes(at), to, toIndex, count);
    }
  }

  /** Copies the first {@code count} floats of an array in, to index {@code at}. */
  void write(float[] from, int count, long at) {
    if (array != null) {
      System.arraycopy(from, 0, array, (int) at, count);
    } else {
      MemorySegment.copy(from, 0, writable(), ValueLayout.JAVA_FLOAT_UNALIGNED, bytes(at), count);
    }
  }

  /** Copies {@code count} floats of another block in. */
  void write(DatasetMemory from, long fromIndex, long at, long count) {
    if (array != null && from.array != null) {
      System.arraycopy(from.array, (int) fromIndex, array, (int) at, (int) count);
    } else {
      MemorySegment.copy(from.writable(), bytes(fromIndex), writable(), bytes(at), bytes(count));
    }
  }

  /** This block as a segment, read-only. */
  MemorySegment segment() {
    return writable().asReadOnly();
  }

  /** Two threads may both make one; either is good, and neither costs anything to lose. */
  private MemorySegment writable() {
    MemorySegment known = segment;
    if (known == null) {
      known = MemorySegment.ofArray(Objects.requireNonNull(array));
      segment = known;
    }
    return known;
  }
}
