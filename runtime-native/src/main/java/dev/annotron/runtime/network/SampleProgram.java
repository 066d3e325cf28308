package dev.annotron.runtime.network;

/** A {@link Program} that predicts one sample without work memory, from array to array. */
public interface SampleProgram<S> extends Program<S> {

  /**
   * Computes the outputs of a sample.
   *
   * @param x the inputs one after another
   * @param out the outputs alike; may be {@code x}
   */
  void predict(S weights, float[] x, float[] out);
}
