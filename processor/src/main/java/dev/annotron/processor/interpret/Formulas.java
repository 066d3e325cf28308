package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Pointwise;

/**
 * The activations and their derivatives, as on <a
 * href="https://keras.io/api/layers/activations/">Keras's page</a>.
 */
final class Formulas {
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double GELU_CUBIC = 0.044715;
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  private Formulas() {}

  static double value(Pointwise function, double x) {
    return switch (function.activation()) {
      case LINEAR -> x;
      case RELU -> Math.max(x, 0);
      case RELU6 -> Math.min(Math.max(x, 0), 6);
      case LEAKY_RELU -> x > 0 ? x : function.slope() * x;
      case ELU -> x > 0 ? x : Math.expm1(x);
      case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x));
      case SILU -> x * sigmoid(x);
      case GELU -> x * Normal.distribution(x);
      case GELU_TANH -> x / 2 * (1 + Math.tanh(geluArgument(x)));
      case SOFTPLUS -> softplus(x);
      case SOFTSIGN -> x / (1 + Math.abs(x));
      case TANH -> Math.tanh(x);
      case SIGMOID -> sigmoid(x);
      case HARD_SIGMOID -> Math.min(Math.max(x / 6 + 0.5, 0), 1);
      case MISH -> x * Math.tanh(softplus(x));
      case EXPONENTIAL -> Math.exp(x);
      case SOFTMAX -> throw new AssertionError("not pointwise");
    };
  }

  /**
   * The derivative, from the result if {@link Pointwise#derivativeFromOutput}, else the argument.
   */
  static double derivative(Pointwise function, double v) {
    return switch (function.activation()) {
      case LINEAR -> 1;
      case RELU -> v > 0 ? 1 : 0;
      case RELU6 -> v > 0 && v < 6 ? 1 : 0;
      case LEAKY_RELU -> v > 0 ? 1 : function.slope();
      case ELU -> v > 0 ? 1 : v + 1;
      case SELU -> v > 0 ? SELU_SCALE : v + SELU_SCALE * SELU_ALPHA;
      case SILU -> sigmoid(v) * (1 + v * (1 - sigmoid(v)));
      case GELU -> Normal.distribution(v) + v * Normal.density(v);
      case GELU_TANH -> geluTanhDerivative(v);
      case SOFTPLUS -> -Math.expm1(-v);
      case SOFTSIGN -> (1 - Math.abs(v)) * (1 - Math.abs(v));
      case TANH -> 1 - v * v;
      case SIGMOID -> v * (1 - v);
      case HARD_SIGMOID -> v > 0 && v < 1 ? 1.0 / 6 : 0;
      case MISH -> mishDerivative(v);
      case EXPONENTIAL -> v;
      case SOFTMAX -> throw new AssertionError("not pointwise");
    };
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double geluArgument(double x) {
    return SQRT_2_OVER_PI * (x + GELU_CUBIC * x * x * x);
  }

  private static double geluTanhDerivative(double x) {
    double t = Math.tanh(geluArgument(x));
    double slope = SQRT_2_OVER_PI * (1 + 3 * GELU_CUBIC * x * x);
    return (1 + t) / 2 + x / 2 * (1 - t * t) * slope;
  }

  private static double mishDerivative(double x) {
    double t = Math.tanh(softplus(x));
    return t + x * sigmoid(x) * (1 - t * t);
  }
}
