package dev.annotron.runtime;

import java.util.List;

/**
 * Collects a data set row by row; memory grows outside the heap, so that a large source can be
 * streamed. For one thread, and for one data set.
 */
public final class DatasetBuilder {
  private final int featureCount;
  private final int targetCount;
  private final DatasetFloats features = new DatasetFloats();
  private final DatasetFloats targets = new DatasetFloats();
  private DatasetBlock.Names names = DatasetBlock.Names.NONE;
  private int rows;

  DatasetBuilder(int featureCount, int targetCount) {
    DatasetChecks.columns("feature", featureCount);
    DatasetChecks.columns("target", targetCount);
    this.featureCount = featureCount;
    this.targetCount = targetCount;
  }

  /**
   * Names the features, for error messages and people.
   *
   * @throws DataException if there are fewer or more names than features
   */
  public DatasetBuilder featureNames(List<String> of) {
    expect("feature", of, featureCount);
    names = new DatasetBlock.Names(List.copyOf(of), names.targets(), names.classes());
    return this;
  }

  /**
   * Names the targets.
   *
   * @throws DataException if there are fewer or more names than targets
   */
  public DatasetBuilder targetNames(List<String> of) {
    expect("target", of, targetCount);
    names = new DatasetBlock.Names(names.features(), List.copyOf(of), names.classes());
    return this;
  }

  /** Names the classes that the targets number, by class number. */
  public DatasetBuilder classNames(List<String> of) {
    names = new DatasetBlock.Names(names.features(), names.targets(), List.copyOf(of));
    return this;
  }

  /**
   * Adds a sample; the arrays are copied.
   *
   * @throws DataException if an array has the wrong length, if a value is not finite, or if there
   *     are more samples than an {@code int} counts
   */
  public DatasetBuilder add(float[] x, float[] y) {
    DatasetChecks.present("feature", rows, x);
    DatasetChecks.present("target", rows, y);
    DatasetChecks.width("feature", rows, x.length, featureCount);
    DatasetChecks.width("target", rows, y.length, targetCount);
    DatasetChecks.finite("feature", rows, x, names.features());
    DatasetChecks.finite("target", rows, y, names.targets());
    if (rows == Integer.MAX_VALUE) {
      throw new DataException("One more sample", "at most " + rows, "Use fewer.");
    }
    features.add(x);
    targets.add(y);
    rows++;
    return this;
  }

  /** The number of samples so far. */
  public int size() {
    return rows;
  }

  /**
   * All samples so far.
   *
   * @throws DataException if there is none
   */
  public Dataset build() {
    DatasetChecks.notEmpty(rows);
    return Dataset.of(
        new DatasetBlock(
            rows, featureCount, targetCount, features.toBlock(), targets.toBlock(), names));
  }

  private static void expect(String what, List<String> names, int count) {
    if (names.size() != count) {
      throw new DataException(
          "There are " + names.size() + " " + what + " names " + names,
          count + ", one for each " + what,
          "Name all of them.");
    }
  }
}
