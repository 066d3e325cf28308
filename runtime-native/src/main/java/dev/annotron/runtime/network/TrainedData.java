package dev.annotron.runtime.network;

import dev.annotron.runtime.Dataset;

/**
 * What a checkpoint remembers of the data: with another number of samples or other weights, a
 * training that goes on would be none that could have been.
 *
 * @param samples how many there are
 * @param weights a hash of their weights, those of classes included; 0 if all count alike
 */
record TrainedData(int samples, long weights) {
  /** An odd number without a pattern in its bits: neighbouring weights spread over all 64. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  static TrainedData of(Dataset data) {
    long hash = 0;
    for (int i = 0; data.isWeighted() && i < data.size(); i++) {
      // Weights of 1 count as none do.
      hash = (hash + Float.floatToIntBits(data.weight(i)) - Float.floatToIntBits(1)) * SPREAD;
    }
    return new TrainedData(data.size(), hash);
  }
}
