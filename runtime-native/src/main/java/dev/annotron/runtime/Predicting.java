package dev.annotron.runtime;

/**
 * What gives outputs for samples: a network, or several that answer as one. A sample is one row of
 * floats: the inputs one after another in declaration order, each with its last axis fastest.
 */
public interface Predicting {

  /**
   * The outputs for one sample.
   *
   * @throws IllegalArgumentException if {@code x} has another length than a sample, or a value that
   *     is not finite
   */
  float[] predict(float... x);

  /**
   * The outputs for many samples, a row each.
   *
   * @throws IllegalArgumentException as {@link #predict(float...)}; the message names the row
   */
  float[][] predict(float[][] x);

  /** The outputs for one sample, written to {@code out}; allocates nothing. */
  void predict(float[] x, float[] out);
}
