package dev.annotron.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that let no data set be built from data that no network can learn from. */
final class DatasetChecks {
  private static final int CHUNK = 8192;

  private DatasetChecks() {}

  /** Refuses an array that is not there. */
  static void present(String what, @Nullable Object array) {
    if (array == null) {
      throw new DataException("There are no " + what + ": null", "an array", "Give one.");
    }
  }

  /** Refuses a row that is not there. */
  static void present(String what, long row, float @Nullable [] values) {
    if (values == null) {
      throw new DataException(
          "The " + what + "s of row " + row + " (counted from 0) are null",
          "an array",
          "Fill the row in, or leave the sample out.");
    }
  }

  /** Refuses a data set without samples. */
  static void notEmpty(long rows) {
    if (rows == 0) {
      throw new DataException(
          "The data set is empty", "at least 1 sample", "Check where the data comes from.");
    }
  }

  /** Refuses features and targets of different numbers of samples. */
  static void sameRows(long x, long y) {
    if (x != y) {
      throw new DataException(
          "x has " + x + " rows and y has " + y,
          "one row of both for each sample",
          "Add or remove rows until they are equal.");
    }
  }

  /** Refuses a number of columns below 1. */
  static void columns(String what, int count) {
    if (count < 1) {
      throw new DataException(
          "Each sample has " + count + " " + what + "s", "at least 1", "Give each sample a value.");
    }
  }

  /** Refuses a row of another length than the first. */
  static void width(String what, long row, int found, int expected) {
    if (found != expected) {
      throw new DataException(
          "Row " + row + " (counted from 0) has " + found + " " + what + "s",
          expected + " as in every row",
          "Make all rows equally long.");
    }
  }

  /** Refuses NaN and infinity in one row. */
  static void finite(String what, long row, float[] values, List<String> names) {
    for (int column = 0; column < values.length; column++) {
      if (!Float.isFinite(values[column])) {
        throw notFinite(what, row, column, values[column], names);
      }
    }
  }

  /** Refuses NaN and infinity in a block of rows of {@code columns} floats. */
  static void finite(String what, DatasetMemory block, int columns) {
    long floats = block.size();
    float[] chunk = new float[(int) Math.min(floats, CHUNK)];
    for (long at = 0; at < floats; at += CHUNK) {
      int count = (int) Math.min(CHUNK, floats - at);
      block.read(at, chunk, 0, count);
      for (int i = 0; i < count; i++) {
        if (!Float.isFinite(chunk[i])) {
          int column = (int) ((at + i) % columns);
          throw notFinite(what, (at + i) / columns, column, chunk[i], List.of());
        }
      }
    }
  }

  private static DataException notFinite(
      String what, long row, int column, float found, List<String> names) {
    String name = names.isEmpty() ? "" : " (" + names.get(column) + ")";
    return new DataException(
        "Row " + row + ", " + what + " " + column + name + ", both counted from 0, is " + found,
        "a finite number",
        "Remove the row or replace the value.");
  }
}
