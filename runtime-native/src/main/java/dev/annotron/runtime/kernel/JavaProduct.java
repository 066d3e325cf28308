package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The matrix product of {@link JavaKernels}. HotSpot turns {@code sum[j] += a * b[j]} into vector
 * code if every array starts at its first element, so panels of the operands are copied to the heap
 * first; four of b's rows at a time share the traffic of the sum.
 */
final class JavaProduct {
  /** The rows of b in a panel; with COLUMNS, 256 KB: what a second-level cache holds. */
  private static final int DEPTH = 128;

  private static final int COLUMNS = 512;

  /** How many of b's rows are added at a time; DEPTH is a multiple. */
  private static final int STEP = 4;

  private static final ThreadLocal<JavaProduct> OF_THREAD =
      ThreadLocal.withInitial(JavaProduct::new);

  private final float[][] panel = new float[DEPTH][COLUMNS];
  private final float[] aRow = new float[DEPTH];
  private final float[] line = new float[DEPTH];
  private final float[] sum = new float[COLUMNS];

  private JavaProduct() {}

  static JavaProduct ofThread() {
    return OF_THREAD.get();
  }

  /**
   * {@code c[m, n] = a[m, k] · b[k, n]}. Element (i, j) of {@code a} lies at {@code aAt + i *
   * aRowStride + j * aColumnStride}, likewise of {@code b}; {@code c} is packed.
   */
  void multiply(
      MemorySegment a,
      long aAt,
      long aRowStride,
      long aColumnStride,
      MemorySegment b,
      long bAt,
      long bRowStride,
      long bColumnStride,
      MemorySegment c,
      long cAt,
      int m,
      int n,
      int k) {
    if (k == 0) {
      c.asSlice(cAt * Float.BYTES, (long) m * n * Float.BYTES).fill((byte) 0);
      return;
    }
    for (int column = 0; column < n; column += COLUMNS) {
      int width = Math.min(COLUMNS, n - column);
      for (int depth = 0; depth < k; depth += DEPTH) {
        int height = Math.min(DEPTH, k - depth);
        long corner = bAt + depth * bRowStride + column * bColumnStride;
        packPanel(b, corner, bRowStride, bColumnStride, height, width);
        for (int row = 0; row < m; row++) {
          long start = aAt + row * aRowStride + depth * aColumnStride;
          packRow(a, start, aColumnStride, aRow, height);
          addRow(c, cAt + (long) row * n + column, height, width, depth > 0);
        }
      }
    }
  }

  private void packPanel(
      MemorySegment b, long at, long rowStride, long columnStride, int height, int width) {
    if (columnStride == 1) {
      for (int i = 0; i < height; i++) {
        Floats.read(b, at + i * rowStride, panel[i], width);
      }
    } else {
      for (int j = 0; j < width; j++) {
        packRow(b, at + j * columnStride, rowStride, line, height);
        for (int i = 0; i < height; i++) {
          panel[i][j] = line[i];
        }
      }
    }
    for (int i = height; i < roundedUp(height); i++) {
      Arrays.fill(panel[i], 0, width, 0);
    }
  }

  private static void packRow(MemorySegment from, long at, long stride, float[] to, int count) {
    if (stride == 1) {
      Floats.read(from, at, to, count);
    } else {
      for (int i = 0; i < count; i++) {
        to[i] = from.getAtIndex(JAVA_FLOAT, at + i * stride);
      }
    }
    for (int i = count; i < roundedUp(count); i++) {
      to[i] = 0;
    }
  }

  private static int roundedUp(int depth) {
    return (depth + STEP - 1) / STEP * STEP;
  }

  private void addRow(MemorySegment c, long at, int height, int width, boolean further) {
    if (further) {
      Floats.read(c, at, sum, width);
    } else {
      Arrays.fill(sum, 0, width, 0);
    }
    for (int i = 0; i < height; i += STEP) {
      addFour(
          sum,
          aRow[i],
          panel[i],
          aRow[i + 1],
          panel[i + 1],
          aRow[i + 2],
          panel[i + 2],
          aRow[i + 3],
          panel[i + 3],
          width);
    }
    Floats.write(sum, c, at, width);
  }

  private static void addFour(
      float[] sum,
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3,
      int width) {
    for (int j = 0; j < width; j++) {
      sum[j] += (a0 * b0[j] + a1 * b1[j]) + (a2 * b2[j] + a3 * b3[j]);
    }
  }
}
