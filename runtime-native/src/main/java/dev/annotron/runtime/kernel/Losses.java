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
