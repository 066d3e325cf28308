package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/** Embeddings, masks and what attention is made of; operands as {@link Kernels} says. */
public interface SequenceKernels {

  /**
   * {@code y[i, units] = table[ids[i], units]}, for {@code table[vocabulary, units]}; an id's
   * fraction is cut off.
   *
   * @throws IllegalArgumentException if an id is not in the table
   */
  void embed(
      MemorySegment ids,
      long idsAt,
      MemorySegment weights,
      long tableAt,
      MemorySegment y,
      long yAt,
      int count,
      int vocabulary,
      int units);

  /** {@code dTable[id, units] = Σ dy[i, units]} over all {@code i} with that id. */
  void embedGradient(
      MemorySegment ids,
      long idsAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dTableAt,
      int count,
      int vocabulary,
      int units);

  /** {@code y[i] = 0} where all of {@code x[i, columns]} are {@code value}, else 1. */
  void mask(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int rows, int columns, float value);

  /**
   * {@code y[block, m, n] = scale · a[block, m, k] · b[block, k, n]}; a transposed operand lies in
   * memory as {@code [block, k, m]} or {@code [block, n, k]}.
   */
  void products(
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
      int k);

  /**
   * {@code y[row, head, i, j] = fill} where {@code causal} and {@code j > i}, or {@code mask[row,
   * j]} is 0; else {@code x[row, head, i, j]}.
   *
   * @param maskAt -1 for none
   */
  void hide(
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
      float fill);
}
