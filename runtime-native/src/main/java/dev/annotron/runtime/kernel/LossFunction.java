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
  /** {@code −Σ log p[t] / rows}, p as above; the target has one column, the class. */
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /** {@link #BINARY_CROSSENTROPY} of {@code sigmoid(x)}. */
  BINARY_CROSSENTROPY_LOGITS,
  /** {@link #CATEGORICAL_CROSSENTROPY} of {@code softmax(x)}. */
  CATEGORICAL_CROSSENTROPY_LOGITS,
  /** {@link #SPARSE_CATEGORICAL_CROSSENTROPY} of {@code softmax(x)}. */
  SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS;

  /** Whether a sample's target is one class number instead of a row as wide as the output. */
  public boolean sparse() {
    return this == SPARSE_CATEGORICAL_CROSSENTROPY
        || this == SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS;
  }
}
