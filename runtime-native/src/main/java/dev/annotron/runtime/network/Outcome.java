package dev.annotron.runtime.network;

import dev.annotron.runtime.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The loss and the metrics of the batches so far. */
final class Outcome<S> {
  private final Architecture architecture;
  private final Storage<S> storage;
  private final Layout.Slot output;
  private final Metrics metrics;
  private final float[] outputs;
  private double lossSum;
  private long samples;

  Outcome(Architecture architecture, Storage<S> storage, Layout layout, int rows) {
    this.architecture = architecture;
    this.storage = storage;
    this.output = layout.outputs().getLast();
    this.metrics = new Metrics(architecture.metrics(), output.size(), layout.target().size());
    this.outputs = new float[metrics.count() == 0 ? 0 : rows * output.size()];
  }

  void reset() {
    lossSum = 0;
    samples = 0;
    metrics.reset();
  }

  /** Adds a batch, whose outputs lie in {@code work}. */
  void add(double meanLoss, S work, float[] targets, int rows) {
    lossSum += meanLoss * rows;
    samples += rows;
    if (metrics.count() > 0) {
      storage.read(work, (long) output.at() * rows, outputs, 0, rows * output.size());
      metrics.add(outputs, targets, rows);
    }
  }

  /** The mean loss over all samples. */
  double loss() {
    return lossSum / samples;
  }

  int metricCount() {
    return metrics.count();
  }

  double metric(int index) {
    return metrics.value(index);
  }

  Evaluation evaluation() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < metrics.count(); i++) {
      values.put(architecture.metrics().get(i).shown(), metrics.value(i));
    }
    return new Evaluation(loss(), values);
  }
}
