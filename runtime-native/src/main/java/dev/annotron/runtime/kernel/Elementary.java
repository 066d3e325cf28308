package dev.annotron.runtime.kernel;

/**
 * Elementary functions in double, exact enough for results in float and faster than {@link
 * StrictMath}'s: relative errors below 1e-8 everywhere.
 */
final class Elementary {
  /** Where the series takes over from a difference that would cancel. */
  private static final double SMALL = 1e-4;

  /** The middle of the interval [0, ∞) of {@link #erfc}, mapped to [-1, 1]. */
  private static final double ERFC_MIDDLE = 3.75;

  private Elementary() {}

  static double expm1(double x) {
    return Math.abs(x) < SMALL ? x * (1 + x * (0.5 + x / 6)) : Math.exp(x) - 1;
  }

  static double log1p(double x) {
    return Math.abs(x) < SMALL ? x * (1 - x * (0.5 - x / 3)) : Math.log(1 + x);
  }

  static double tanh(double x) {
    return Math.abs(x) < SMALL ? x - x * x * x / 3 : 1 - 2 / (Math.exp(2 * x) + 1);
  }

  /** The complementary error function; far tails keep their relative accuracy. */
  static double erfc(double x) {
    double z = Math.abs(x);
    // exp(z²) (1 + 2z) erfc(z) is so smooth in t that its Chebyshev fit of degree 14 is within
    // 1e-10.
    double t = (z - ERFC_MIDDLE) / (z + ERFC_MIDDLE);
    double tail = z > 30 ? 0 : Math.exp(-z * z) * erfcFit(t) / (1 + 2 * z);
    return x < 0 ? 2 - tail : tail;
  }

  private static double erfcFit(double t) {
    double high = -6.352403896129058e-06;
    high = high * t + 1.8521947671939333e-05;
    high = high * t + 4.4280132686340495e-05;
    high = high * t - 0.00028431307664368344;
    high = high * t + 0.0002995965121166127;
    high = high * t + 0.0017511576303221883;
    high = high * t - 0.0097492433576578;
    high = high * t + 0.028364105116736007;
    high = high * t - 0.05869273583268514;
    high = high * t + 0.09230393753845771;
    high = high * t - 0.10880401165964859;
    high = high * t + 0.08227677399007616;
    high = high * t + 0.003585419320947386;
    high = high * t - 0.140240599535908;
    return high * t + 1.2375126308081397;
  }
}
