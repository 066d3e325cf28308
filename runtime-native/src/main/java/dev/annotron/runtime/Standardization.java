package dev.annotron.runtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Brings features to mean 0 and standard deviation 1: {@code (x - mean) / std}, for each feature by
 * itself, computed in double. The deviation is that of the population, divided by n (as {@code
 * numpy.std}). A feature that never changes is centred and divided by 1. Immutable.
 *
 * <pre>{@code
 * Standardization scale = parts.train().standardization();
 * scale.save(Path.of("concrete-scale.csv")); // beside the network
 *
 * float[] x = Standardization.load(Path.of("concrete-scale.csv")).apply(sample);
 * }</pre>
 */
public final class Standardization {
  private static final ScaleFile FILE =
      new ScaleFile("Standardization", "standardization", "its mean and its deviation, above 0,") {
        @Override
        boolean allows(double mean, double std) {
          return std > 0;
        }
      };

  private final double[] mean;
  private final double[] std;
  private final FeatureScale scale;

  private Standardization(double[] mean, double[] std) {
    this.mean = mean;
    this.std = std;
    this.scale = new FeatureScale("standardization", "standardized", mean, std);
  }

  static Standardization of(Dataset data) {
    double[] mean = means(data);
    return new Standardization(mean, deviations(data, mean));
  }

  private static double[] means(Dataset data) {
    double[] sum = new double[data.featureCount()];
    float[] row = new float[sum.length];
    for (int i = 0; i < data.size(); i++) {
      data.copyX(i, row, 0);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += row[j];
      }
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] /= data.size();
    }
    return sum;
  }

  private static double[] deviations(Dataset data, double[] mean) {
    double[] sum = new double[mean.length];
    boolean[] changes = new boolean[mean.length];
    float[] first = data.x(0);
    float[] row = new float[mean.length];
    for (int i = 0; i < data.size(); i++) {
      data.copyX(i, row, 0);
      for (int j = 0; j < sum.length; j++) {
        double distance = row[j] - mean[j];
        sum[j] += distance * distance;
        changes[j] |= row[j] != first[j];
      }
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] = changes[j] ? Math.sqrt(sum[j] / data.size()) : 1;
    }
    return sum;
  }

  /** The mean of each feature; a copy. */
  public double[] mean() {
    return mean.clone();
  }

  /** What each feature is divided by: its standard deviation, or 1 if it never changes; a copy. */
  public double[] std() {
    return std.clone();
  }

  /**
   * The same samples, standardized; the targets stay.
   *
   * @throws DataException if the data set has another number of features, or if a value lies so far
   *     from what was learned that its float32 is infinite
   */
  public Dataset apply(Dataset data) {
    return scale.apply(data);
  }

  /**
   * One sample, standardized; a new array.
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
    FILE.write(file, mean, std);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws DataException if the file is missing, cannot be read or is no such file
   */
  public static Standardization load(Path file) {
    double[][] learned = FILE.read(file);
    return new Standardization(learned[0], learned[1]);
  }
}
