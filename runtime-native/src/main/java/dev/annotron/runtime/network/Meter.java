package dev.annotron.runtime.network;

/** Sees all samples of the batches so far, so that what it measures is exact over them. */
interface Meter extends Measure {

  /** Forgets all samples. */
  void reset();

  /**
   * Adds the first {@code rows} rows of outputs, and those of targets from {@code at} on; allocates
   * nothing.
   */
  void add(float[] output, float[] target, int at, int rows);
}
