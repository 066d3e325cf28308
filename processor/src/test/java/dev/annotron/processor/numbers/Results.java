package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.numbers.Subject.Slope;
import java.util.Map;

/** What a network makes of a batch. */
record Results(double[] outputs, double loss, Map<String, double[]> gradients) {
  /**
   * A gradient this much smaller than the network's largest is what is left of numbers that cancel,
   * as behind saturated units; then it is compared relative to the largest.
   */
  private static final double CANCELLED = 1e-2;

  static Results of(Subject subject, RandomData data) {
    Slope slope = subject.differentiate(data.batch());
    return new Results(subject.predict(data.batch()), slope.loss(), slope.gradients());
  }

  void check(String what, Results expected, double forward, double backward) {
    Close.check(what + " outputs", outputs, expected.outputs, forward);
    Close.check(what + " loss", loss, expected.loss, forward);
    assertThat(gradients.keySet()).isEqualTo(expected.gradients.keySet());
    double most = magnitude(expected.gradients);
    // All are 0 behind a batch normalisation of one sample: rounding is that of a loss around 1.
    double largest = most == 0 ? 1 : most;
    expected.gradients.forEach(
        (name, gradient) -> {
          double scale = Math.max(Close.magnitude(gradient), CANCELLED * largest);
          Close.checkWithin(
              what + " gradient of " + name, gradients.get(name), gradient, backward * scale);
        });
  }

  private static double magnitude(Map<String, double[]> tensors) {
    return tensors.values().stream().mapToDouble(Close::magnitude).max().orElse(0);
  }
}
