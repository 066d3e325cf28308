package dev.annotron.runtime.network;

import java.util.List;

/** The metrics of one output over the batches so far. */
final class Metrics {
  private final Meter[] meters;

  /**
   * Starts with no sample.
   *
   * @param outputs the floats of a sample's output
   * @param targets the floats of a sample's target
   * @param samples how many there will be
   */
  Metrics(List<MetricFunction> functions, int outputs, int targets, int samples) {
    this.meters = new Meter[functions.size()];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = Meter.of(functions.get(i), outputs, targets, samples);
    }
  }

  int count() {
    return meters.length;
  }

  /** Forgets all samples. */
  void reset() {
    for (Meter meter : meters) {
      meter.reset();
    }
  }

  /**
   * Adds the first {@code rows} rows of both matrices; that of the targets starts at {@code at}.
   */
  void add(float[] output, float[] target, int at, int rows) {
    for (Meter meter : meters) {
      meter.add(output, target, at, rows);
    }
  }

  /** The value of metric {@code index} over the samples; there must be one. */
  double value(int index) {
    return meters[index].value();
  }
}
