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

  /** Adds the first {@code rows} rows of both matrices. */
  void add(float[] output, float[] target, int rows) {
    samples += rows;
    for (int i = 0; i < functions.length; i++) {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += sample(functions[i], output, row * outputs, target, row * targets);
      }
      sums[i] += sum;
    }
  }

  /** The mean of metric {@code index} over the samples; there must be one. */
  double value(int index) {
    return sums[index] / samples;
  }

  // Java's exhaustive switch on an enum: a new function does not compile without its line here.
  private double sample(MetricFunction function, float[] output, int at, float[] target, int to) {
    return switch (function) {
      case SPARSE_CATEGORICAL_ACCURACY -> largest(output, at, outputs) == target[to] ? 1 : 0;
      case CATEGORICAL_ACCURACY ->
          largest(output, at, outputs) == largest(target, to, targets) ? 1 : 0;
      case BINARY_LABEL_ACCURACY, BINARY_ACCURACY -> rightSides(output, at, target, to) / outputs;
      case MEAN_ABSOLUTE_ERROR -> distance(output, at, target, to) / outputs;
    };
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

  private double rightSides(float[] output, int at, float[] target, int to) {
    int right = 0;
    for (int i = 0; i < outputs; i++) {
      if ((output[at + i] > 0.5f ? 1 : 0) == target[to + i]) {
        right++;
      }
    }
    return right;
  }

  private double distance(float[] output, int at, float[] target, int to) {
    double sum = 0;
    for (int i = 0; i < outputs; i++) {
      sum += Math.abs((double) output[at + i] - target[to + i]);
    }
    return sum;
  }
}
