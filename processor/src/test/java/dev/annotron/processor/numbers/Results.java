package dev.annotron.processor.numbers;

import dev.annotron.processor.numbers.Subject.Slope;
import java.util.Map;

/** What a network makes of a batch. */
record Results(double[] outputs, double loss, Map<String, double[]> gradients) {

  static Results of(Subject subject, RandomData data) {
    Slope slope = subject.differentiate(data.batch());
    return new Results(subject.predict(data.batch()), slope.loss(), slope.gradients());
  }

  void check(String what, Results expected, double tolerance) {
    Close.check(what + " outputs", outputs, expected.outputs, tolerance);
    Close.check(what + " loss", loss, expected.loss, tolerance);
    Close.check(what + " gradient of", gradients, expected.gradients, tolerance);
  }
}
