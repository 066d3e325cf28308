package dev.annotron.runtime.network;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The order in which an epoch visits the samples. */
final class Order {
  private final int[] samples;
  private final @Nullable SplittableRandom random;

  /** The order of the data set, or without {@code random}, for ever that one. */
  Order(int size, @Nullable SplittableRandom random) {
    this.samples = new int[size];
    this.random = random;
    sort();
  }

  /** The samples in the order of now; changes in place. */
  int[] samples() {
    return samples;
  }

  /** The steps of an epoch. */
  int steps(int batch) {
    return (samples.length + batch - 1) / batch;
  }

  /**
   * Goes on to the next epoch's order (Fisher and Yates). It starts from the sorted order, so that
   * it depends on the random numbers alone: one training of ten epochs equals two of five.
   */
  void next() {
    SplittableRandom source = random;
    if (source == null) {
      return;
    }
    sort();
    for (int i = samples.length - 1; i > 0; i--) {
      // A number from 0 to i; 32 random bits make it even to one part in a billion.
      int j = (int) (((source.nextLong() >>> 32) * (i + 1)) >>> 32);
      int sample = samples[i];
      samples[i] = samples[j];
      samples[j] = sample;
    }
  }

  private void sort() {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i;
    }
  }
}
