package dev.annotron.runtime.kernel;

/** The functions as textbooks define them, in double, for comparison. */
final class Definitions {
  private Definitions() {}

  static double value(Function function, double slope, double x) {
    return switch (function) {
      case LINEAR -> x;
      case RELU -> Math.max(x, 0);
      case RELU6 -> Math.min(Math.max(x, 0), 6);
      case LEAKY_RELU -> x > 0 ? x : slope * x;
      case ELU -> x > 0 ? x : StrictMath.expm1(x);
      case SELU -> 1.05070098735548 * (x > 0 ? x : 1.67326324235437 * StrictMath.expm1(x));
      case SILU -> x / (1 + StrictMath.exp(-x));
      case GELU -> x * 0.5 * erfc(-x / Math.sqrt(2));
      case GELU_TANH -> {
        double inner = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
        yield x / (1 + StrictMath.exp(-2 * inner));
      }
      case SOFTPLUS -> x > 30 ? x : StrictMath.log1p(StrictMath.exp(x));
      case SOFTSIGN -> x / (1 + Math.abs(x));
      case TANH -> StrictMath.tanh(x);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case HARD_SIGMOID -> Math.min(Math.max(x / 6 + 0.5, 0), 1);
      case MISH -> x * StrictMath.tanh(x > 30 ? x : StrictMath.log1p(StrictMath.exp(x)));
      case EXPONENTIAL -> StrictMath.exp(x);
    };
  }

  /** By Taylor's series near 0 and by a continued fraction in the tail. */
  static double erfc(double z) {
    if (z < 0) {
      return 2 - erfc(-z);
    }
    return z < 2 ? 1 - erfSeries(z) : erfcFraction(z);
  }

  private static double erfSeries(double z) {
    double term = z;
    double sum = z;
    for (int n = 1; n < 100; n++) {
      term *= -z * z / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private static double erfcFraction(double z) {
    double fraction = z;
    for (int n = 200; n > 0; n--) {
      fraction = z + n / 2.0 / fraction;
    }
    return StrictMath.exp(-z * z) / Math.sqrt(Math.PI) / fraction;
  }
}
