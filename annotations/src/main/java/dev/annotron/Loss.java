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
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /**
   * {@code mean(d² / 2)} where {@code |d| = |p − t|} is at most {@link LossOptions#delta}, else
   * {@code delta |d| − delta² / 2}; any target of the output's shape.
   */
  HUBER,
  /** {@code mean(log cosh(p − t))}; any target of the output's shape. */
  LOG_COSH,
  /** {@code mean(p − t log p)}; outputs that cannot be negative, targets of 0 and above. */
  POISSON,
  /**
   * {@link #BINARY_CROSSENTROPY}, each term times {@code (1 − q)^gamma} with the probability {@code
   * q} of the right answer: what is right already counts less (Lin et al. 2017); with {@link
   * LossOptions#gamma} and {@link LossOptions#alpha}.
   */
  BINARY_FOCAL_CROSSENTROPY,
  /** {@code mean(max(1 − t p, 0))}; targets −1 and 1, or 0 and 1. */
  HINGE,
  /** {@code mean(max(1 − t p, 0)²)}; targets −1 and 1, or 0 and 1. */
  SQUARED_HINGE,
  /** {@code Σ t log(t / p)}; outputs and targets are one row of class probabilities per sample. */
  KL_DIVERGENCE
}
