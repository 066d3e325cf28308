package dev.annotron.runtime.network;

import java.util.List;

/** Sums metrics up over batches; exact over all samples that were added. */
final class Metrics {
  private final MetricFunction[] functions;
  private final double[] sums;
  private final int outputs;
  private final int targets;
  private long samples;

  /**
   * Starts with no sample.
   *
   * @param outputs the floats of a sample's output
   * @param targets the floats of a sample's target
   */
  Metrics(List<MetricFunction> functions, int outputs, int targets) {
    this.functions = functions.toArray(new MetricFunction[0]);
    this.sums = new double[this.functions.length];
    this.outputs = outputs;
    this.targets = targets;
  }

  int count() {
    return functions.length;
  }

  /** Forgets all samples. */
  void reset() {
    samples = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = 0;
    }
  }

  /**
   * Adds the first {@code rows} rows of both matrices; that of the targets starts at {@code at}.
   */
  void add(float[] output, float[] target, int at, int rows) {
    samples += rows;
    for (int i = 0; i < functions.length; i++) {
      sums[i] += sum(functions[i], output, target, at, rows);
    }
  }

  /** The mean of metric {@code index} over the samples; there must be one. */
  double value(int index) {
    return sums[index] / samples;
  }

  // An exhaustive switch: a new function does not compile without its line here.
  private double sum(MetricFunction function, float[] output, float[] target, int at, int rows) {
    return switch (function) {
      case SPARSE_CATEGORICAL_ACCURACY -> rightClasses(output, target, at, rows);
      case CATEGORICAL_ACCURACY -> samePlaces(output, target, at, rows);
      case BINARY_LABEL_ACCURACY, BINARY_ACCURACY ->
          (double) rightSides(output, target, at, rows * outputs) / outputs;
      case MEAN_ABSOLUTE_ERROR -> distance(output, target, at, rows * outputs) / outputs;
    };
  }

  private int rightClasses(float[] output, float[] target, int at, int rows) {
    int right = 0;
    for (int row = 0; row < rows; row++) {
      right += largest(output, row * outputs, outputs) == target[at + row * targets] ? 1 : 0;
    }
    return right;
  }

  private int samePlaces(float[] output, float[] target, int at, int rows) {
    int right = 0;
    for (int row = 0; row < rows; row++) {
      int place = largest(output, row * outputs, outputs);
      right += place == largest(target, at + row * targets, targets) ? 1 : 0;
    }
    return right;
  }

  private static int largest(float[] values, int at, int count) {
    int place = 0;
    for (int i = 1; i < count; i++) {
      if (values[at + i] > values[at + place]) {
        place = i;
      }
    }
    return place;
  }

  private static int rightSides(float[] output, float[] target, int at, int count) {
    int right = 0;
    for (int i = 0; i < count; i++) {
      right += (output[i] > 0.5f ? 1 : 0) == target[at + i] ? 1 : 0;
    }
    return right;
  }

  private static double distance(float[] output, float[] target, int at, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.abs((double) output[i] - target[at + i]);
    }
    return sum;
  }
}
