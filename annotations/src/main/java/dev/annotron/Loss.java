package dev.annotron;

/**
 * Loss functions, averaged over the samples of a batch as in <a
 * href="https://keras.io/api/losses/">Keras</a>.
 *
 * <p>After {@link Activation#SIGMOID} or {@link Activation#SOFTMAX} the cross-entropies are
 * computed from the values before the activation, which is exact where the probability itself would
 * round to 0 or 1.
 */
public enum Loss {
  /** {@code mean((p − t)²)}; any target of the output's shape. */
  MEAN_SQUARED_ERROR,
  /** {@code mean(|p − t|)}; any target of the output's shape. */
  MEAN_ABSOLUTE_ERROR,
  /** {@code mean(−t log p − (1 − t) log(1 − p))}; outputs and targets between 0 and 1. */
  BINARY_CROSSENTROPY,
  /** {@code −Σ t log p}; targets are one row of class probabilities per sample (one-hot). */
  CATEGORICAL_CROSSENTROPY,
  /** {@code −log p[t]}; the target is the number of the class, from 0. */
  SPARSE_CATEGORICAL_CROSSENTROPY
}
