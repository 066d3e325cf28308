package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Kernels of what is random in a step of training; operands as {@link Kernels} says. The same draw,
 * salt and size give the same every time: the derivative of dropout is dropout of the gradient.
 */
public interface RandomKernels {

  /**
   * {@code y[i] = 0} with the chance {@code rate}, else {@code x[i] / (1 − rate)}; {@code y} may be
   * {@code x}. One pass.
   *
   * @param draw decides the step, and {@code salt} the layer
   * @param size the values of a row
   * @param channels how many of them are dropped independently: all, or as many as the last axis
   *     has, so that whole channels are dropped
   */
  void dropout(
      long draw,
      int salt,
      float rate,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int rows,
      int size,
      int channels);

  /**
   * {@code y[i] = x[i] + deviation · n}, with {@code n} of the standard normal distribution; {@code
   * y} may be {@code x}. One pass.
   */
  void noise(
      long draw,
      int salt,
      float deviation,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count);
}
