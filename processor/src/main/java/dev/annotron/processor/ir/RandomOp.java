package dev.annotron.processor.ir;

/**
 * Operations of training that depend on the step's draw: hashes of the draw, a salt and each
 * value's number. The same operation gives the same twice in a step, so that nothing need be kept
 * for the backward pass.
 */
public sealed interface RandomOp extends Op {

  @Override
  default boolean isRandom() {
    return true;
  }

  /**
   * {@code (x) →} 0 with the chance {@code rate}, else {@code x / (1 − rate)}; the derivative is
   * the same operation.
   *
   * @param salt tells layers apart
   * @param channels how many values of a sample are dropped independently: all, or as many as the
   *     last axis has
   */
  record Dropout(double rate, int salt, int channels) implements RandomOp {}

  /** {@code (x) → x + deviation · n}, with {@code n} of the standard normal distribution. */
  record Noise(double deviation, int salt) implements RandomOp {}
}
