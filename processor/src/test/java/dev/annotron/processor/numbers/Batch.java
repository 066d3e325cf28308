package dev.annotron.processor.numbers;

import dev.annotron.runtime.Dataset;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Samples and their targets, row after row.
 *
 * @param x the inputs of a sample one after another
 * @param weights how much each sample counts
 */
record Batch(double[] x, double[] y, double[] weights, int rows) {

  /** Samples that all count alike. */
  Batch(double[] x, double[] y, int rows) {
    this(x, y, DoubleStream.generate(() -> 1).limit(rows).toArray(), rows);
  }

  int features() {
    return x.length / rows;
  }

  /** One sample as a batch. */
  Batch row(int row) {
    return new Batch(
        part(x, row, features()), part(y, row, y.length / rows), part(weights, row, 1), 1);
  }

  Batch withTargets(double[] targets) {
    return new Batch(x, targets, weights, rows);
  }

  Dataset dataset() {
    Dataset samples = Dataset.of(matrix(x, rows), matrix(y, rows));
    boolean alike = Arrays.stream(weights).allMatch(weight -> weight == 1);
    return alike ? samples : samples.weighted(floats(weights));
  }

  float[][] inputs() {
    return matrix(x, rows);
  }

  /** Values as a runtime sees them: rounded to float. */
  Batch rounded() {
    return new Batch(rounded(x), rounded(y), rounded(weights), rows);
  }

  static double[] rounded(double[] values) {
    return Arrays.stream(values).map(value -> (float) value).toArray();
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static double[] part(double[] values, int row, int width) {
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  private static float[][] matrix(double[] values, int rows) {
    float[][] matrix = new float[rows][];
    for (int row = 0; row < rows; row++) {
      matrix[row] = floats(part(values, row, values.length / rows));
    }
    return matrix;
  }
}
