package dev.annotron;

/**
 * How weights start. {@code fanIn} and {@code fanOut} are the numbers of inputs and outputs of a
 * unit; normal distributions are cut at two standard deviations and rescaled, as in <a
 * href="https://keras.io/api/layers/initializers/">Keras</a>.
 */
public enum Initializer {
  /** All 0. */
  ZEROS,
  /** All 1. */
  ONES,
  /** Normal with variance {@code 2 / (fanIn + fanOut)} (Glorot, Bengio 2010). */
  GLOROT_NORMAL,
  /** Uniform in ±{@code √(6 / (fanIn + fanOut))} (Glorot, Bengio 2010). */
  GLOROT_UNIFORM,
  /** Normal with variance {@code 2 / fanIn} (He et al. 2015); suits ReLU. */
  HE_NORMAL,
  /** Uniform in ±{@code √(6 / fanIn)} (He et al. 2015); suits ReLU. */
  HE_UNIFORM,
  /** Normal with variance {@code 1 / fanIn} (LeCun et al. 1998); suits SELU. */
  LECUN_NORMAL,
  /** Uniform in ±{@code √(3 / fanIn)} (LeCun et al. 1998). */
  LECUN_UNIFORM,
  /** Uniform in ±0.05; suits embeddings. */
  RANDOM_UNIFORM,
  /**
   * All 0, but 1 in the second quarter: the bias of {@link Lstm}'s forget gate (Jozefowicz et al.
   * 2015).
   */
  UNIT_FORGET,
  /** A random matrix with orthonormal rows or columns (Saxe et al. 2013). */
  ORTHOGONAL
}
