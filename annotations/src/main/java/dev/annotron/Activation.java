package dev.annotron;

/**
 * Activation functions, with the formulas of <a
 * href="https://keras.io/api/layers/activations/">Keras</a>.
 */
public enum Activation {
  /** {@code x}. */
  LINEAR,
  /** {@code max(x, 0)}. */
  RELU,
  /** {@code min(max(x, 0), 6)}. */
  RELU6,
  /** {@code x} where positive, {@code 0.2 x} elsewhere; {@link LeakyRelu} sets another slope. */
  LEAKY_RELU,
  /** {@code x} where positive, {@code exp(x) − 1} elsewhere (Clevert et al. 2015). */
  ELU,
  /**
   * {@code 1.05070098 x} where positive, {@code 1.05070098 · 1.67326324 (exp(x) − 1)} elsewhere
   * (Klambauer et al. 2017).
   */
  SELU,
  /** {@code x · sigmoid(x)}, also known as swish. */
  SILU,
  /** {@code x · Φ(x)}, with the normal distribution's exact function (Hendrycks, Gimpel 2016). */
  GELU,
  /** The tanh approximation of {@link #GELU}: {@code x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))}. */
  GELU_TANH,
  /** {@code log(1 + exp(x))}. */
  SOFTPLUS,
  /** {@code x / (1 + |x|)}. */
  SOFTSIGN,
  /** {@code tanh(x)}. */
  TANH,
  /** {@code 1 / (1 + exp(−x))}. */
  SIGMOID,
  /** {@code min(max(x / 6 + 1/2, 0), 1)}. */
  HARD_SIGMOID,
  /** {@code x · tanh(softplus(x))} (Misra 2019). */
  MISH,
  /** {@code exp(x)}. */
  EXPONENTIAL,
  /** {@code exp(x) / Σ exp(x)}, over the last axis: positive values that sum to 1. */
  SOFTMAX
}
