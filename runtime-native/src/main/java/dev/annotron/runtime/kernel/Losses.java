package dev.annotron.runtime.kernel;

/**
 * The scalar pieces of the losses: the term that one prediction adds to the sum, and its
 * derivative. Neither is divided by the number of terms. Used by kernels and by generated unrolled
 * code.
 *
 * <p>The derivative of every fused form is {@code output − target}, with the activated output; see
 * {@link LossFunction}.
 */
public final class Losses {
  /** Probabilities are clipped to [EPSILON, 1 − EPSILON], as Keras does. */
  public static final double EPSILON = 1e-7;

  private Losses() {}

  /** {@code (p − t)²}. */
  public static double meanSquaredError(float p, float t) {
    double difference = (double) p - t;
    return difference * difference;
  }

  /** {@code 2 (p − t)}. */
  public static float meanSquaredErrorGradient(float p, float t) {
    return 2 * (p - t);
  }

  /** {@code |p − t|}. */
  public static double meanAbsoluteError(float p, float t) {
    return Math.abs((double) p - t);
  }

  /** {@code sign(p − t)}, 0 where they are equal. */
  public static float meanAbsoluteErrorGradient(float p, float t) {
    return Math.signum(p - t);
  }

  /** {@code −t log p − (1 − t) log(1 − p)}, p clipped. */
  public static double binaryCrossentropy(float p, float t) {
    double q = clip(p);
    return -(t * Math.log(q) + (1.0 - t) * Math.log(1 - q));
  }

  /** {@code (p − t) / (p (1 − p))}, 0 where p is clipped. */
  public static float binaryCrossentropyGradient(float p, float t) {
    return (float) (isClipped(p) ? 0 : ((double) p - t) / (p * (1.0 - p)));
  }

  /** {@code max(x, 0) − x t + log(1 + exp(−|x|))}: {@link #binaryCrossentropy} of sigmoid(x). */
  public static double binaryCrossentropyLogits(float x, float t) {
    double logit = x;
    return Math.max(logit, 0) - logit * t + Elementary.log1p(Math.exp(-Math.abs(logit)));
  }

  /** {@code output − target}, with {@code output = sigmoid(x)}. */
  public static float binaryCrossentropyLogitsGradient(float output, float t) {
    return output - t;
  }

  /**
   * {@code −t log(p / sum)}, the quotient clipped.
   *
   * @param sum the sum of p's row
   */
  public static double categoricalCrossentropy(float p, double sum, float t) {
    return -t * Math.log(clip(p / sum));
  }

  /**
   * {@code (weight − t sum / p) / sum}, the second term 0 where the quotient is clipped.
   *
   * @param sum the sum of p's row
   * @param weight the sum of the row's targets whose {@code p / sum} is not clipped
   */
  public static float categoricalCrossentropyGradient(float p, double sum, double weight, float t) {
    double pull = isClipped(p / sum) ? 0 : t * sum / p;
    return (float) ((weight - pull) / sum);
  }

  /**
   * {@code t (logSum − x)}: {@link #categoricalCrossentropy} of softmax(x).
   *
   * @param logSum the logarithm of the sum of {@code exp(x)} over the row
   */
  public static double categoricalCrossentropyLogits(float x, double logSum, float t) {
    return t * (logSum - x);
  }

  /** {@code output − target}, with {@code output = softmax(x)}. */
  public static float categoricalCrossentropyLogitsGradient(float output, float t) {
    return output - t;
  }

  /** {@code −log(p / sum)} for the target class's {@code p}, the quotient clipped. */
  public static double sparseCategoricalCrossentropy(float p, double sum) {
    return -Math.log(clip(p / sum));
  }

  /** {@code logSum − x} for the target class's logit {@code x}. */
  public static double sparseCategoricalCrossentropyLogits(float x, double logSum) {
    return logSum - x;
  }

  /** {@code d² / 2} where {@code |d| = |p − t|} is at most delta, else a line. */
  public static double huber(float p, float t, float delta) {
    double size = Math.abs((double) p - t);
    return size <= delta ? size * size / 2 : delta * size - (double) delta * delta / 2;
  }

  /** {@code p − t}, cut at ±delta. */
  public static float huberGradient(float p, float t, float delta) {
    return Math.min(Math.max(p - t, -delta), delta);
  }

  /** {@code log cosh(p − t)}, stable for any difference. */
  public static double logCosh(float p, float t) {
    double size = Math.abs((double) p - t);
    return size + Elementary.log1p(Math.exp(-2 * size)) - Math.log(2);
  }

  /** {@code tanh(p − t)}. */
  public static float logCoshGradient(float p, float t) {
    return (float) Math.tanh((double) p - t);
  }

  /** {@code p − t log(p + EPSILON)}. */
  public static double poisson(float p, float t) {
    return p - t * Math.log(p + EPSILON);
  }

  /** {@code 1 − t / (p + EPSILON)}. */
  public static float poissonGradient(float p, float t) {
    return (float) (1 - t / (p + EPSILON));
  }

  /** {@link #binaryCrossentropy} times {@code (1 − q)^gamma} and the balance. */
  public static double binaryFocal(float p, float t, float gamma, float balance) {
    return balanced(t, balance) * focus(p, t, gamma) * binaryCrossentropy(p, t);
  }

  /** The derivative of {@link #binaryFocal}; of the second factor none where p is clipped. */
  public static float binaryFocalGradient(float p, float t, float gamma, float balance) {
    double slope =
        isClipped(p) ? 0 : ((double) p - t) / (p * (1.0 - p)); // the crossentropy's derivative
    return (float) (balanced(t, balance) * focalSlope(p, t, gamma, slope, 1));
  }

  /** {@link #binaryFocal} of sigmoid(x). */
  public static double binaryFocalLogits(float x, float t, float gamma, float balance) {
    double p = 1 / (1 + Math.exp(-x));
    return balanced(t, balance) * focus(p, t, gamma) * binaryCrossentropyLogits(x, t);
  }

  /** The derivative of {@link #binaryFocalLogits} by x, with {@code p = sigmoid(x)}. */
  public static float binaryFocalLogitsGradient(float p, float t, float gamma, float balance) {
    double slope = (double) p - t;
    return (float) (balanced(t, balance) * focalSlope(p, t, gamma, slope, p * (1.0 - p)));
  }

  private static double balanced(float t, float balance) {
    return balance < 0 ? 1 : t * (double) balance + (1.0 - t) * (1.0 - balance);
  }

  /** {@code (1 − q)^gamma}, with {@code q} the probability of the right answer. */
  private static double focus(double p, float t, float gamma) {
    return Math.pow(1 - (t * p + (1.0 - t) * (1 - p)), gamma);
  }

  /** The product rule; {@code inner} is the derivative of p. */
  private static double focalSlope(float p, float t, float gamma, double slope, double inner) {
    double outer = gamma == 0 ? 0 : gamma * focus(p, t, gamma - 1) * (2.0 * t - 1) * inner;
    return focus(p, t, gamma) * slope - outer * binaryCrossentropy(p, t);
  }

  /** {@code max(1 − t p, 0)}, with −1 for a target of 0. */
  public static double hinge(float p, float t) {
    return Math.max(1 - (double) side(t) * p, 0);
  }

  /** {@code −t} where the hinge is not below 0. */
  public static float hingeGradient(float p, float t) {
    return 1 - side(t) * p < 0 ? 0 : -side(t);
  }

  /** The square of {@link #hinge}. */
  public static double squaredHinge(float p, float t) {
    double hinge = hinge(p, t);
    return hinge * hinge;
  }

  /** {@code −2 t max(1 − t p, 0)}. */
  public static float squaredHingeGradient(float p, float t) {
    return -2 * side(t) * Math.max(1 - side(t) * p, 0);
  }

  private static float side(float t) {
    return t == 0 ? -1 : t;
  }

  /** {@code t log(t / p)}, both clipped to [EPSILON, 1]. */
  public static double klDivergence(float p, float t) {
    return share(t) * Math.log(share(t) / share(p));
  }

  /** {@code −t / p}, 0 where p is clipped. */
  public static float klDivergenceGradient(float p, float t) {
    return p < EPSILON || p > 1 ? 0 : (float) (-share(t) / p);
  }

  /** {@code t (log t − x + logSum)}: {@link #klDivergence} of softmax(x). */
  public static double klDivergenceLogits(float x, double logSum, float t) {
    return share(t) * (Math.log(share(t)) - x + logSum);
  }

  /** A share of a whole, clipped so that it has a logarithm. */
  static double share(double p) {
    return Math.min(Math.max(p, EPSILON), 1);
  }

  /** Whether a probability lies where clipping makes it constant; NaN does not. */
  static boolean isClipped(double p) {
    return p < EPSILON || p > 1 - EPSILON;
  }

  /** The class that a sparse target names. */
  static int label(float target, int columns) {
    int label = (int) target;
    if (label != target || label < 0 || label >= columns) {
      throw new IllegalArgumentException(
          "a target of a sparse loss must be a whole number from 0 to %d, the class; found %s"
              .formatted(columns - 1, target));
    }
    return label;
  }

  private static double clip(double p) {
    return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
  }
}
