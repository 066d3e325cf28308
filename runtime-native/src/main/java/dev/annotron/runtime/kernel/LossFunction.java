package dev.annotron.runtime.kernel;

/**
 * The losses that kernels compute, over a matrix of {@code rows} by {@code columns}. Formulas and
 * averages are those of <a href="https://keras.io/api/losses/">Keras</a>, clipping included.
 *
 * <p>The {@code _LOGITS} forms are fused with the activation before them: the value is computed
 * from the logits, stable for any finite logit.
 */
public enum LossFunction {
  /** {@code Σ (p − t)² / (rows · columns)}. */
  MEAN_SQUARED_ERROR,
  /** {@code Σ |p − t| / (rows · columns)}; the derivative at 0 is 0. */
  MEAN_ABSOLUTE_ERROR,
  /** {@code −Σ (t log p + (1 − t) log(1 − p)) / (rows · columns)}, p clipped to 1e-7. */
  BINARY_CROSSENTROPY,
  /** {@code −Σ t log p / rows}, p divided by its row's sum, then clipped to 1e-7. */
  CATEGORICAL_CROSSENTROPY,
  /**
   * {@code −Σ log p[t] / rows}, p as above; the target has one column, the class. Its shape is the
   * label smoothing: of {@code columns} targets the class's is {@code 1 − shape + shape / columns},
   * and the others' {@code shape / columns}.
   */
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /** {@link #BINARY_CROSSENTROPY} of {@code sigmoid(x)}. */
  BINARY_CROSSENTROPY_LOGITS,
  /** {@link #CATEGORICAL_CROSSENTROPY} of {@code softmax(x)}. */
  CATEGORICAL_CROSSENTROPY_LOGITS,
  /** {@link #SPARSE_CATEGORICAL_CROSSENTROPY} of {@code softmax(x)}. */
  SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS,
  /**
   * {@code Σ d² / 2}, with {@code d = p − t}, where {@code |d|} is at most delta, else {@code delta
   * |d| − delta² / 2}; by {@code rows · columns}.
   */
  HUBER,
  /** {@code Σ log cosh(p − t) / (rows · columns)}. */
  LOG_COSH,
  /** {@code Σ (p − t log(p + 1e-7)) / (rows · columns)}. */
  POISSON,
  /**
   * {@code Σ w (1 − q)^gamma b / (rows · columns)}, with the term {@code b} of {@link
   * #BINARY_CROSSENTROPY}, {@code q = t p + (1 − t) (1 − p)}, and {@code w = t balance + (1 − t) (1
   * − balance)}, or 1 if unbalanced.
   */
  BINARY_FOCAL_CROSSENTROPY,
  /** {@link #BINARY_FOCAL_CROSSENTROPY} of {@code sigmoid(x)}. */
  BINARY_FOCAL_CROSSENTROPY_LOGITS,
  /** {@code Σ max(1 − t p, 0) / (rows · columns)}, with −1 for targets that are 0. */
  HINGE,
  /** {@code Σ max(1 − t p, 0)² / (rows · columns)}, with −1 for targets that are 0. */
  SQUARED_HINGE,
  /** {@code Σ t log(t / p) / rows}, both clipped to [1e-7, 1]. */
  KL_DIVERGENCE,
  /** {@link #KL_DIVERGENCE} of {@code softmax(x)}. */
  KL_DIVERGENCE_LOGITS;

  /** The balance that weighs both classes alike. */
  public static final float UNBALANCED = -1;

  /**
   * The usual delta of {@link #HUBER} and gamma of the focal losses, as in Keras; else 0, no
   * smoothing.
   */
  public float shape() {
    return switch (this) {
      case HUBER -> 1;
      case BINARY_FOCAL_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY_LOGITS -> 2;
      default -> 0;
    };
  }

  /** Whether a sample's target is one class number instead of a row as wide as the output. */
  public boolean sparse() {
    return this == SPARSE_CATEGORICAL_CROSSENTROPY
        || this == SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS;
  }

  /** Whether the mean is over all numbers, each by itself, so that several rows are a long one. */
  boolean isElementwise() {
    return switch (this) {
      case CATEGORICAL_CROSSENTROPY,
          SPARSE_CATEGORICAL_CROSSENTROPY,
          CATEGORICAL_CROSSENTROPY_LOGITS,
          SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS,
          KL_DIVERGENCE,
          KL_DIVERGENCE_LOGITS ->
          false;
      default -> true;
    };
  }
}
