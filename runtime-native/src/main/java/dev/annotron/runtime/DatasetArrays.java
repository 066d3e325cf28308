package dev.annotron.runtime;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Makes blocks out of Java arrays and of memory that is there already. */
final class DatasetArrays {
  /** Integers up to this one (2 to the 24th) are exact as float32. */
  private static final int LARGEST_LABEL = 1 << 24;

  private DatasetArrays() {}

  static DatasetBlock block(float[][] x, DatasetMemory y, int targetCount) {
    DatasetChecks.present("features", x);
    DatasetChecks.sameRows(x.length, y.size() / targetCount);
    DatasetMemory features = rows("feature", x);
    return new DatasetBlock(
        x.length, x[0].length, targetCount, features, y, DatasetBlock.Names.NONE);
  }

  /** Rows as one block. */
  static DatasetMemory rows(String what, float[][] rows) {
    DatasetChecks.present(what + "s", rows);
    DatasetChecks.notEmpty(rows.length);
    DatasetChecks.present(what, 0, rows[0]);
    int columns = rows[0].length;
    DatasetChecks.columns(what, columns);
    DatasetMemory block = DatasetMemory.allocate(DatasetMemory.floats(rows.length, columns));
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      DatasetChecks.present(what, i, row);
      DatasetChecks.width(what, i, row.length, columns);
      DatasetChecks.finite(what, i, row, List.of());
      block.write(row, columns, (long) i * columns);
    }
    return block;
  }

  /** One target per sample. */
  static DatasetMemory column(float[] values) {
    DatasetChecks.present("targets", values);
    DatasetChecks.notEmpty(values.length);
    DatasetMemory block = DatasetMemory.allocate(values.length);
    block.write(values, values.length, 0);
    DatasetChecks.finite("target", block, 1);
    return block;
  }

  /** Class numbers as one float per sample. */
  static float[] labels(int[] labels) {
    DatasetChecks.present("labels", labels);
    float[] values = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] > LARGEST_LABEL) {
        throw new DataException(
            "The label of row " + i + " (counted from 0) is " + labels[i],
            "a class number from 0 to " + LARGEST_LABEL,
            "Number the classes from 0.");
      }
      values[i] = labels[i];
    }
    return values;
  }

  static DatasetBlock block(
      MemorySegment features, int featureCount, MemorySegment targets, int targetCount) {
    long rows = rowsOf("feature", features, featureCount);
    DatasetChecks.sameRows(rows, rowsOf("target", targets, targetCount));
    if (rows > Integer.MAX_VALUE) {
      throw new DataException(
          "The data set has " + rows + " samples", "at most " + Integer.MAX_VALUE, "Use fewer.");
    }
    DatasetMemory x = DatasetMemory.of(features);
    DatasetMemory y = DatasetMemory.of(targets);
    DatasetChecks.finite("feature", x, featureCount);
    DatasetChecks.finite("target", y, targetCount);
    return new DatasetBlock((int) rows, featureCount, targetCount, x, y, DatasetBlock.Names.NONE);
  }

  private static long rowsOf(String what, MemorySegment block, int columns) {
    DatasetChecks.columns(what, columns);
    DatasetChecks.notEmpty(block.byteSize());
    long rowBytes = (long) columns * Float.BYTES;
    if (block.byteSize() % rowBytes != 0) {
      throw new DataException(
          "The memory of the " + what + "s has " + block.byteSize() + " bytes",
          "a multiple of " + rowBytes + ": " + columns + " float32 per sample",
          "Give whole rows.");
    }
    if (block.maxByteAlignment() < Float.BYTES) {
      throw new DataException(
          "The memory of the " + what + "s is aligned to " + block.maxByteAlignment() + " bytes",
          "4, as float32 needs",
          "Use a float[], or memory outside the heap at an address divisible by 4.");
    }
    return block.byteSize() / rowBytes;
  }
}
