package dev.annotron.runtime.kernel;

/**
 * The activation functions and their derivatives, one number at a time. Generated code calls these
 * by name; formulas are those of <a href="https://keras.io/api/layers/activations/">Keras</a>.
 *
 * <p>All are stable for every finite argument and let NaN through. A derivative takes the
 * function's result or its argument, as {@link Function#derivativeFromOutput()} says.
 */
public final class Functions {
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_2_OVER_PI = 0.7978845608028654;
  private static final double ONE_OVER_SQRT_2_PI = 0.3989422804014327;
  private static final double GELU_CUBIC = 0.044715;

  /** Above it mish(x) is x in double. */
  private static final double MISH_IS_LINEAR = 30;

  private Functions() {}

  /** Computes a function chosen at run time; {@code slope} matters to leaky relu alone. */
  public static float apply(Function function, float slope, float x) {
    return switch (function) {
      case LINEAR -> x;
      case RELU -> relu(x);
      case RELU6 -> relu6(x);
      case LEAKY_RELU -> leakyRelu(x, slope);
      case ELU -> elu(x);
      case SELU -> selu(x);
      case SILU -> silu(x);
      case GELU -> gelu(x);
      case GELU_TANH -> geluTanh(x);
      case SOFTPLUS -> softplus(x);
      case SOFTSIGN -> softsign(x);
      case TANH -> tanh(x);
      case SIGMOID -> sigmoid(x);
      case HARD_SIGMOID -> hardSigmoid(x);
      case MISH -> mish(x);
      case EXPONENTIAL -> exponential(x);
    };
  }

  /** Computes a derivative chosen at run time, from result or argument. */
  public static float derivative(Function function, float slope, float v) {
    return switch (function) {
      case LINEAR -> 1;
      case RELU -> reluDerivative(v);
      case RELU6 -> relu6Derivative(v);
      case LEAKY_RELU -> leakyReluDerivative(v, slope);
      case ELU -> eluDerivative(v);
      case SELU -> seluDerivative(v);
      case SILU -> siluDerivative(v);
      case GELU -> geluDerivative(v);
      case GELU_TANH -> geluTanhDerivative(v);
      case SOFTPLUS -> softplusDerivative(v);
      case SOFTSIGN -> softsignDerivative(v);
      case TANH -> tanhDerivative(v);
      case SIGMOID -> sigmoidDerivative(v);
      case HARD_SIGMOID -> hardSigmoidDerivative(v);
      case MISH -> mishDerivative(v);
      case EXPONENTIAL -> exponentialDerivative(v);
    };
  }

  /**
   * {@code max(x, 0)}. A comparison takes fewer instructions than {@link Math#max}, and NaN stays.
   */
  public static float relu(float x) {
    return x <= 0 ? 0 : x;
  }

  /** From the result; 0 at 0. */
  public static float reluDerivative(float y) {
    return y > 0 ? 1 : 0;
  }

  /** {@code min(max(x, 0), 6)}. */
  public static float relu6(float x) {
    return Math.min(Math.max(x, 0), 6);
  }

  /** From the result; 0 at the bounds. */
  public static float relu6Derivative(float y) {
    return y > 0 && y < 6 ? 1 : 0;
  }

  /** {@code x} above 0, else {@code slope * x}. */
  public static float leakyRelu(float x, float slope) {
    return x > 0 ? x : slope * x;
  }

  /** From the result, for a slope of 0 or more; {@code slope} at 0. */
  public static float leakyReluDerivative(float y, float slope) {
    return y > 0 ? 1 : slope;
  }

  /** {@code x} above 0, else {@code exp(x) − 1}. */
  public static float elu(float x) {
    return x > 0 ? x : (float) Elementary.expm1(x);
  }

  /** From the result. */
  public static float eluDerivative(float y) {
    return y > 0 ? 1 : y + 1;
  }

  /** {@code scale * x} above 0, else {@code scale * alpha * (exp(x) − 1)}. */
  public static float selu(float x) {
    return (float) (SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Elementary.expm1(x)));
  }

  /** From the result. */
  public static float seluDerivative(float y) {
    return (float) (y > 0 ? SELU_SCALE : y + SELU_SCALE * SELU_ALPHA);
  }

  /** {@code x * sigmoid(x)}. */
  public static float silu(float x) {
    return (float) (x / (1 + Math.exp(-x)));
  }

  /** From the argument. */
  public static float siluDerivative(float x) {
    double s = 1 / (1 + Math.exp(-x));
    return (float) (s + x * s * (1 - s));
  }

  /** {@code x * (1 + erf(x / √2)) / 2}. */
  public static float gelu(float x) {
    return (float) (0.5 * x * Elementary.erfc(-x * SQRT_HALF));
  }

  /** From the argument. */
  public static float geluDerivative(float x) {
    double density = ONE_OVER_SQRT_2_PI * Math.exp(-0.5 * x * (double) x);
    return (float) (0.5 * Elementary.erfc(-x * SQRT_HALF) + x * density);
  }

  /** {@code x * (1 + tanh(√(2/π) * (x + 0.044715 x³))) / 2}. */
  public static float geluTanh(float x) {
    return (float) (x / (1 + Math.exp(-2 * geluInner(x))));
  }

  /** From the argument. */
  public static float geluTanhDerivative(float x) {
    double s = 1 / (1 + Math.exp(-2 * geluInner(x)));
    double slope = SQRT_2_OVER_PI * (1 + 3 * GELU_CUBIC * x * (double) x);
    return (float) (s + x * s * (1 - s) * 2 * slope);
  }

  private static double geluInner(double x) {
    return SQRT_2_OVER_PI * (x + GELU_CUBIC * x * x * x);
  }

  /** {@code log(1 + exp(x))}. */
  public static float softplus(float x) {
    return (float) (Math.max(x, 0) + Elementary.log1p(Math.exp(-Math.abs((double) x))));
  }

  /** From the result. */
  public static float softplusDerivative(float y) {
    return (float) -Elementary.expm1(-y);
  }

  /** {@code x / (1 + |x|)}. */
  public static float softsign(float x) {
    return x / (1 + Math.abs(x));
  }

  /** From the result. */
  public static float softsignDerivative(float y) {
    float rest = 1 - Math.abs(y);
    return rest * rest;
  }

  /** {@code tanh(x)}. */
  public static float tanh(float x) {
    return (float) Elementary.tanh(x);
  }

  /** From the result. */
  public static float tanhDerivative(float y) {
    return 1 - y * y;
  }

  /** {@code 1 / (1 + exp(−x))}. */
  public static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }

  /** From the result. */
  public static float sigmoidDerivative(float y) {
    return y * (1 - y);
  }

  /** {@code relu6(x + 3) / 6}. */
  public static float hardSigmoid(float x) {
    return relu6(x + 3) / 6;
  }

  /** From the result; 0 at the bounds. */
  public static float hardSigmoidDerivative(float y) {
    return y > 0 && y < 1 ? 1f / 6 : 0;
  }

  /** {@code x * tanh(softplus(x))}. */
  public static float mish(float x) {
    double e = Math.exp(Math.min(x, MISH_IS_LINEAR));
    double n = e * (e + 2);
    return (float) (x * (n / (n + 2)));
  }

  /** From the argument. */
  public static float mishDerivative(float x) {
    double e = Math.exp(Math.min(x, MISH_IS_LINEAR));
    double n = e * (e + 2);
    double d = n + 2;
    return x > MISH_IS_LINEAR ? 1 : (float) (n / d + x * (4 * e * (e + 1)) / (d * d));
  }

  /** {@code exp(x)}. */
  public static float exponential(float x) {
    return (float) Math.exp(x);
  }

  /** From the result. */
  public static float exponentialDerivative(float y) {
    return y;
  }
}
