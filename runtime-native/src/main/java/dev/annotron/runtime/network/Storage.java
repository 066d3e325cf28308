package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.kernel.RowKernels;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * A kind of memory for floats, on the heap or outside it. Places and counts are in floats.
 *
 * @param <S> a piece of this memory
 */
interface Storage<S> {

  /** Zeroed pieces of the given sizes, freed together with the last of them that is in use. */
  List<S> slab(long... sizes);

  /** One zeroed piece. */
  default S allocate(long size) {
    return slab(size).getFirst();
  }

  /** A view of the memory. */
  MemorySegment view(S memory);

  /** Copies to an array. */
  void read(S from, long at, float[] to, int toAt, int count);

  /** Copies from an array. */
  void write(float[] from, int fromAt, S to, long at, int count);

  /** Copies the first {@code count} floats. */
  void copy(S from, S to, long count);

  /** Sets all to 0. */
  void clear(S memory);

  /** Whether no number is an infinity or NaN. */
  boolean finite(S memory, long at, long count);

  /** The features or the targets of {@code data}, for copying to this memory. */
  Source<S> source(Dataset data, Side side);

  /**
   * What reads the features of {@code data} where they lie, in batches of at most {@code rows};
   * empty where they must be copied.
   */
  default Optional<RowKernels> inPlace(Dataset data, int rows) {
    return Optional.empty();
  }

  /** Rows of a data set that are copied to memory of one kind. */
  interface Source<S> {

    /**
     * Copies {@code count} floats, from column {@code column} on, of each of the samples {@code
     * samples[first]} to {@code samples[first + rows - 1]}: one piece after another.
     */
    void copy(int[] samples, int first, int rows, int column, int count, S to, long at);
  }
}
