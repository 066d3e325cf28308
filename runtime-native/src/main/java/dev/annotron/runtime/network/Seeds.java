package dev.annotron.runtime.network;

import java.util.SplittableRandom;

/**
 * What decides all that is random in training, together with numbers that count.
 *
 * @param orders decides the orders in which epochs visit the samples
 * @param draws decides what is random in steps, such as dropout
 */
record Seeds(long orders, long draws) {

  /** The next two of a sequence. */
  static Seeds of(SplittableRandom random) {
    return new Seeds(random.split().nextLong(), random.nextLong());
  }
}
