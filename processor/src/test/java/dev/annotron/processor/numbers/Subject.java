package dev.annotron.processor.numbers;

import java.util.Map;

/** Something that computes a network: the interpreter, or generated code. */
interface Subject {
  /** The seed of models, which decides what is random in their first step. */
  long SEED = 1;

  /** Sets all weights, by name. */
  void set(Map<String, double[]> weights);

  /** The outputs of the samples, row after row. */
  double[] predict(Batch batch);

  /** Loss and gradients of a batch. */
  Slope differentiate(Batch batch);

  /** The mean loss, and its derivatives by weight name. */
  record Slope(double loss, Map<String, double[]> gradients) {}
}
