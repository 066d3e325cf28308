package dev.annotron.runtime.network;

import dev.annotron.runtime.DataException;

/**
 * The metrics of one output over the batches so far, and of one of several also the loss. Each step
 * of a sequence counts like a sample, unless it is masked.
 */
final class OutputMeter<S> {
  private final Storage<S> storage;
  private final Layout.Slot output;
  private final Layout layout;
  private final int index;
  private final int targetColumn;
  private final int steps;
  private final int targetSize;
  private final String name;
  private final Metrics metrics;
  private final float[] outputs;
  private final StepMask<S> mask;
  private final float[] loss = new float[1];
  private double lossSum;
  private long samples;
  private long measured;

  /**
   * Starts with no sample.
   *
   * @param index the output's number
   * @param targetColumn the first of its targets in a sample's row
   * @param rows the samples of a batch at most
   * @param samples how many there will be
   */
  OutputMeter(Parts<S> parts, Layout layout, int index, int targetColumn, int rows, int samples) {
    Architecture.Output described = parts.architecture().outputs().get(index);
    int width = described.tensor().shape().getLast();
    this.steps = described.size() / width;
    this.targetSize = described.targetSize();
    this.storage = parts.storage();
    this.output = layout.outputs().get(index);
    this.layout = layout;
    this.index = index;
    this.targetColumn = targetColumn;
    this.metrics =
        new Metrics(described.metrics(), width, described.targetSize() / steps, samples * steps);
    this.mask = new StepMask<>(storage, layout.masks().get(index), rows);
    this.name = described.name();
    this.outputs = new float[metrics.count() == 0 ? 0 : rows * described.size()];
  }

  void reset() {
    lossSum = 0;
    samples = 0;
    measured = 0;
    metrics.reset();
  }

  /**
   * Adds a batch, whose outputs lie in {@code work}.
   *
   * @param targets as {@link Batches#targets} has them
   */
  void add(S work, float[] targets, int rows) {
    samples += rows;
    if (hasLoss()) {
      storage.read(work, layout.lossAt(index, rows), loss, 0, 1);
      lossSum += (double) loss[0] * rows;
    }
    if (metrics.count() > 0) {
      storage.read(work, (long) output.at() * rows, outputs, 0, rows * output.size());
      if (mask.isEmpty()) {
        metrics.add(outputs, targets, targetColumn * rows, rows * steps);
        measured += rows;
      } else {
        int at = targetColumn * rows;
        int masked = output.size() / mask.steps();
        int kept = mask.keep(work, rows, outputs, masked, targets, at, targetSize / mask.steps());
        metrics.add(outputs, mask.targets(), 0, kept * (steps / mask.steps()));
        measured += kept;
      }
    }
  }

  /** How many values it measures; their names are those of {@link Measured}. */
  int count() {
    return metrics.count() + (hasLoss() ? 1 : 0);
  }

  /** Whether a value has anything to be measured by: there was a sample, or a step of one. */
  boolean has(int which) {
    boolean isLoss = hasLoss() && which == 0;
    return (isLoss ? samples : measured) > 0;
  }

  /**
   * The mean of a value over all samples; there must be one.
   *
   * @throws DataException if it is a metric, and all steps of all samples are masked: no number
   *     would be true of them
   */
  double value(int which) {
    if (!hasLoss()) {
      return metric(which);
    }
    return which == 0 ? lossSum / samples : metric(which - 1);
  }

  private double metric(int which) {
    if (measured == 0) {
      throw new DataException(
          "a mask passes over each step of all "
              + samples
              + " samples, so "
              + name
              + " has nothing"
              + " to be measured by",
          "a step that counts",
          "Look at the value of the masked steps, and at what pads the samples.");
    }
    return metrics.value(which);
  }

  private boolean hasLoss() {
    return layout.losses().size() > 0;
  }
}
