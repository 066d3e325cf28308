package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;

/** Gathers samples of a data set into work memory. */
final class Batches<S> {
  private final Storage<S> storage;
  private final Storage.Source<S> features;
  private final Storage.Source<float[]> targets;
  private final Slots inputs;
  private final Layout.Slot target;
  private final float[] batchTargets;
  private final int size;

  /** Prepares batches of up to {@code rows} samples; allocates all that they need. */
  Batches(Storage<S> storage, Layout layout, Dataset data, int rows) {
    this.storage = storage;
    this.features = storage.source(data, Side.FEATURES);
    this.targets = new HeapStorage().source(data, Side.TARGETS);
    this.inputs = new Slots(layout.inputs());
    this.target = layout.target();
    this.batchTargets = new float[rows * target.size()];
    this.size = data.size();
  }

  /** The samples of the data set. */
  int size() {
    return size;
  }

  /**
   * Puts the samples {@code samples[first]} and the next, {@code rows} in all, into {@code work}.
   */
  void load(int[] samples, int first, int rows, S work) {
    int width = target.size();
    inputs.load(features, samples, first, rows, work);
    targets.copy(samples, first, rows, 0, width, batchTargets, 0);
    storage.write(batchTargets, 0, work, (long) target.at() * rows, rows * width);
  }

  /** The targets of the batch that was loaded last, a row after the other. */
  float[] targets() {
    return batchTargets;
  }
}
