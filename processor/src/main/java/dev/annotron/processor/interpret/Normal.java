package dev.annotron.processor.interpret;

/** The standard normal distribution. */
final class Normal {
  private static final double SERIES_BORDER = 3;
  private static final int TERMS = 120;

  private Normal() {}

  static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * Φ(x): near 0 by the series {@code 1/2 + φ(x) Σ x^(2k+1) / (1·3·…·(2k+1))}, in the tails by the
   * continued fraction {@code φ(x) / (x + 1/(x + 2/(x + 3/…)))} (Abramowitz, Stegun 26.2.11 and
   * 26.2.14).
   */
  static double distribution(double x) {
    if (Math.abs(x) < SERIES_BORDER) {
      return 0.5 + density(x) * series(x);
    }
    double tail = density(x) / fraction(Math.abs(x));
    return x < 0 ? tail : 1 - tail;
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; k < TERMS; k++) {
      term *= x * x / (2 * k + 1);
      sum += term;
    }
    return sum;
  }

  private static double fraction(double x) {
    double value = x;
    for (int k = TERMS; k >= 1; k--) {
      value = x + k / value;
    }
    return value;
  }
}
