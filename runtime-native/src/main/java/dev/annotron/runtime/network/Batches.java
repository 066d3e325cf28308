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

  /** Puts the samples {@code order[first]} to {@code order[first + rows - 1]} into {@code work}. */
  void load(int[] order, int first, int rows, S work) {
    for (int i = 0; i < rows; i++) {
      load(order[first + i], i, rows, work);
    }
    finish(rows, work);
  }

  /** Puts the samples {@code first} to {@code first + rows - 1} into {@code work}. */
  void load(int first, int rows, S work) {
    for (int i = 0; i < rows; i++) {
      load(first + i, i, rows, work);
    }
    finish(rows, work);
  }

  /** The targets of the batch that was loaded last, a row after the other. */
  float[] targets() {
    return batchTargets;
  }

  private void load(int sample, int row, int rows, S work) {
    inputs.load(features, sample, work, row, rows);
    targets.copy(sample, 0, target.size(), batchTargets, (long) row * target.size());
  }

  private void finish(int rows, S work) {
    storage.write(batchTargets, 0, work, (long) target.at() * rows, rows * target.size());
  }
}
