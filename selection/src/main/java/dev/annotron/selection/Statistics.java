package dev.annotron.selection;

import dev.annotron.runtime.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers about numbers, and names of measured values. */
final class Statistics {
  static final String VALIDATION = "val_";

  private Statistics() {}

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Of a sample; 0 of a single value. */
  static double std(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
  }

  /** The names of what was measured, on the training part and on the other. */
  static List<String> names(Evaluation evaluation) {
    List<String> names = new ArrayList<>(evaluation.names());
    evaluation.names().forEach(name -> names.add(VALIDATION + name));
    return names;
  }
}
