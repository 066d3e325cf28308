package dev.annotron.runtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Brings features to the range from 0 to 1: {@code (x - min) / (max - min)}, for each feature by
 * itself, computed in double, as scikit-learn's {@code MinMaxScaler}. A feature that never changes
 * becomes 0. What lies beyond what was learned comes to lie beyond the range. Immutable.
 *
 * <pre>{@code
 * MinMax scale = parts.train().minMax();
 * scale.save(Path.of("concrete-scale.csv")); // beside the network
 *
 * float[] x = MinMax.load(Path.of("concrete-scale.csv")).apply(sample);
 * }</pre>
 */
public final class MinMax {
  private static final ScaleFile FILE =
      new ScaleFile("MinMax", "min-max scale", "its least and its largest value") {
        @Override
        boolean allows(double min, double max) {
          return min <= max && Double.isFinite(max - min);
        }
      };

  private final double[] min;
  private final double[] max;
  private final FeatureScale scale;

  private MinMax(double[] min, double[] max) {
    double[] range = new double[min.length];
    for (int j = 0; j < range.length; j++) {
      range[j] = max[j] > min[j] ? max[j] - min[j] : 1;
    }
    this.min = min;
    this.max = max;
    this.scale = new FeatureScale("min-max scale", "scaled", min, range);
  }

  static MinMax of(Dataset data) {
    float[] row = data.x(0);
    double[] min = new double[row.length];
    double[] max = new double[row.length];
    for (int i = 0; i < data.size(); i++) {
      data.copyX(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        min[j] = i == 0 ? row[j] : Math.min(min[j], row[j]);
        max[j] = i == 0 ? row[j] : Math.max(max[j], row[j]);
      }
    }
    return new MinMax(min, max);
  }

  /** The least value of each feature; a copy. */
  public double[] min() {
    return min.clone();
  }

  /** The largest value of each feature; a copy. */
  public double[] max() {
    return max.clone();
  }

  /**
   * The same samples, scaled; the targets stay.
   *
   * @throws DataException if the data set has another number of features, or if a value lies so far
   *     from what was learned that its float32 is infinite
   */
  public Dataset apply(Dataset data) {
    return scale.apply(data);
  }

  /**
   * One sample, scaled; a new array.
   *
   * @throws DataException if it has another number of features, or if a value or what becomes of it
   *     is not a finite float32
   */
  public float[] apply(float... sample) {
    return scale.apply(sample);
  }

  /**
   * Writes what was learned to a small text file, whole or not at all: {@link #load} gives the same
   * to the last bit.
   *
   * @throws IOException if it cannot be written; a file that was there stays as it was
   */
  public void save(Path file) throws IOException {
    FILE.write(file, min, max);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws DataException if the file is missing, cannot be read or is no such file
   */
  public static MinMax load(Path file) {
    double[][] learned = FILE.read(file);
    return new MinMax(learned[0], learned[1]);
  }
}
