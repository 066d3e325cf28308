package dev.annotron.runtime.kernel;

/**
 * Kernels that read the samples {@code x} where a data set has them, instead of where {@code x} is
 * said to lie. For one thread at a time.
 */
public interface RowKernels extends InputKernels {

  /**
   * Makes a row of the data set sample {@code i} of the batches to come.
   *
   * @throws IndexOutOfBoundsException if there is no such row, or no room for the sample
   */
  void take(int i, long row);
}
