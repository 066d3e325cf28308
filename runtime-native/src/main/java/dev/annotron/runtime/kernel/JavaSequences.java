package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/** {@link SequenceKernels} in plain Java. */
interface JavaSequences extends SequenceKernels {

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
    long bytes = (long) units * Float.BYTES;
    for (int i = 0; i < count; i++) {
      long row = id(ids, idsAt + i, vocabulary) * units;
      MemorySegment.copy(
          weights, (tableAt + row) * Float.BYTES, y, yAt * Float.BYTES + i * bytes, bytes);
    }
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
    long size = (long) vocabulary * units;
    gradients.asSlice(dTableAt * Float.BYTES, size * Float.BYTES).fill((byte) 0);
    for (int i = 0; i < count; i++) {
      long row = dTableAt + id(ids, idsAt + i, vocabulary) * units;
      long from = dyAt + (long) i * units;
      for (int j = 0; j < units; j++) {
        float sum = gradients.getAtIndex(JAVA_FLOAT, row + j) + dy.getAtIndex(JAVA_FLOAT, from + j);
        gradients.setAtIndex(JAVA_FLOAT, row + j, sum);
      }
    }
  }

  private static long id(MemorySegment ids, long at, int vocabulary) {
    float id = ids.getAtIndex(JAVA_FLOAT, at);
    if (!(id >= 0 && id < vocabulary)) {
      throw NativeSequences.outside();
    }
    return (long) id;
  }

  @Override
  default void mask(
      MemorySegment x, long xAt, MemorySegment y, long yAt, int rows, int columns, float value) {
    for (int row = 0; row < rows; row++) {
      float kept = 0;
      long at = xAt + (long) row * columns;
      for (int j = 0; j < columns; j++) {
        kept = x.getAtIndex(JAVA_FLOAT, at + j) != value ? 1 : kept;
      }
      y.setAtIndex(JAVA_FLOAT, yAt + row, kept);
    }
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
    JavaProduct product = JavaProduct.ofThread();
    for (int block = 0; block < blocks; block++) {
      long to = yAt + (long) block * m * n;
      product.multiply(
          a,
          aAt + (long) block * m * k,
          transposeA ? 1 : k,
          transposeA ? m : 1,
          b,
          bAt + (long) block * k * n,
          transposeB ? 1 : n,
          transposeB ? k : 1,
          y,
          to,
          m,
          n,
          k);
      for (long i = to; i < to + (long) m * n; i++) {
        y.setAtIndex(JAVA_FLOAT, i, scale * y.getAtIndex(JAVA_FLOAT, i));
      }
    }
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
    long lines = (long) rows * heads * from;
    for (long line = 0; line < lines; line++) {
      long row = line / ((long) heads * from);
      int step = (int) (line % from);
      for (int j = 0; j < to; j++) {
        boolean hidden =
            (causal && j > step)
                || (maskAt >= 0 && mask.getAtIndex(JAVA_FLOAT, maskAt + row * to + j) == 0);
        long at = line * to + j;
        y.setAtIndex(JAVA_FLOAT, yAt + at, hidden ? fill : x.getAtIndex(JAVA_FLOAT, xAt + at));
      }
    }
  }
}
