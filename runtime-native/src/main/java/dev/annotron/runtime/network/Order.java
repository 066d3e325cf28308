package dev.annotron.runtime.network;

/**
 * The order in which an epoch visits the samples. Each follows from a seed and a number alone, so
 * that a training of ten epochs equals two of five, and one that is resumed equals one that is not.
 */
final class Order {
  private final int[] samples;

  /** The order of the data set. */
  Order(int size) {
    this.samples = new int[size];
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
   * Goes to an order drawn with Fisher and Yates' shuffle, whose numbers are {@link Draws}.
   *
   * @param seed decides the whole sequence of orders
   * @param number which of them, from 1
   */
  void shuffle(long seed, long number) {
    sort();
    long source = Draws.of(seed, number);
    for (int i = samples.length - 1; i > 0; i--) {
      // A number from 0 to i; 32 random bits make it even to one part in a billion.
      int j = (int) (((Draws.of(source, i) >>> 32) * (i + 1)) >>> 32);
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
