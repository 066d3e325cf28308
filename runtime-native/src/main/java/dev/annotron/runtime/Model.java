package dev.annotron.runtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A trainable network. The compiler generates the implementations, one per annotated interface.
 *
 * <p>Prediction is lock-free and safe from any number of threads while no thread trains. Memory
 * belongs to the model and goes with it; there is nothing to close.
 *
 * <p>A sample is one row of floats: the inputs one after another in declaration order, each with
 * its last axis fastest.
 */
public interface Model {

  /** Trains with the annotated options. */
  History fit(Dataset data);

  /** Trains, and evaluates on {@code validation} after each epoch. */
  History fit(Dataset data, Dataset validation);

  /** Trains; what {@code options} sets overrides the annotations. */
  History fit(Dataset data, FitOptions options);

  /**
   * The outputs for one sample.
   *
   * @throws IllegalArgumentException if {@code x} has another length than a sample, or a value that
   *     is not finite
   */
  float[] predict(float... x);

  /** The outputs for many samples, a row each. */
  float[][] predict(float[][] x);

  /** The outputs for one sample, written to {@code out}; allocates nothing. */
  void predict(float[] x, float[] out);

  /** Loss and metrics over a data set. */
  Evaluation evaluate(Dataset data);

  /** The weights, by names such as {@code "hidden/kernel"}: a live view. */
  Weights weights();

  /** The loss of {@code batch} and its derivatives by every weight; changes nothing. */
  Gradients gradients(Dataset batch);

  /**
   * Writes the weights as a safetensors file, atomically: the old file stays until all is written.
   */
  void save(Path file) throws IOException;
}
