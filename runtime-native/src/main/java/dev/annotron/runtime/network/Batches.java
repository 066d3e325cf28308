package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;

/** Gathers samples of a data set into work memory. */
final class Batches<S> {
  private final Storage<S> storage;
  private final Storage.Source<S> features;
  private final Storage.Source<float[]> targets;
  private final Slots inputs;
  private final Layout.Slot[] targetSlots;
  private final float[] batchTargets;
  private final int size;

  /** Prepares batches of up to {@code rows} samples; allocates all that they need. */
  Batches(Storage<S> storage, Layout layout, Dataset data, int rows) {
    this.storage = storage;
    this.features = storage.source(data, Side.FEATURES);
    this.targets = new HeapStorage().source(data, Side.TARGETS);
    this.inputs = new Slots(layout.inputs());
    this.targetSlots = layout.targets().toArray(new Layout.Slot[0]);
    this.batchTargets = new float[rows * data.targetCount()];
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
    inputs.load(features, samples, first, rows, work);
    int column = 0;
    for (Layout.Slot slot : targetSlots) {
      int at = column * rows;
      targets.copy(samples, first, rows, column, slot.size(), batchTargets, at);
      storage.write(batchTargets, at, work, (long) slot.at() * rows, rows * slot.size());
      column += slot.size();
    }
  }

  /** The targets of the batch that was loaded last: a matrix for each output, one after another. */
  float[] targets() {
    return batchTargets;
  }
}
