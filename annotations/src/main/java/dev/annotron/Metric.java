package dev.annotron;

/**
 * What is measured beside the loss, exactly over the whole set. See <a
 * href="https://keras.io/api/metrics/">Keras: metrics</a>.
 */
public enum Metric {
  /**
   * The share of right answers: the largest output is the class (categorical losses), or the output
   * above 0.5 is the label (binary cross-entropy).
   */
  ACCURACY,
  /** The share of outputs that are on the right side of 0.5. */
  BINARY_ACCURACY,
  /** {@code mean(|p − t|)}. */
  MEAN_ABSOLUTE_ERROR
}
