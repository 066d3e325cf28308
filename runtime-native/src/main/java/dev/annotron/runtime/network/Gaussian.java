package dev.annotron.runtime.network;

import java.util.SplittableRandom;

/**
 * Normally distributed numbers by Marsaglia's polar method, with {@link StrictMath}: the JDK's own
 * may change from release to release, and the same seed is to give the same weights for ever.
 */
final class Gaussian {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  Gaussian(SplittableRandom random) {
    this.random = random;
  }

  /** The next number of mean 0 and deviation 1. */
  double next() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * random.nextDouble() - 1;
      y = 2 * random.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    return x * scale;
  }
}
