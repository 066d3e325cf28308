package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;

/** Comparison of tensors, relative to the largest magnitude that is expected in them. */
final class Close {
  private Close() {}

  /** The largest difference, relative to the largest expected magnitude; NaN counts as infinite. */
  static double distance(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double scale = magnitude(expected);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs(actual[i] - expected[i]);
      worst = Math.max(worst, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
    }
    return worst == 0 ? 0 : worst / scale;
  }

  static double magnitude(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  static void check(String what, double[] actual, double[] expected, double tolerance) {
    double distance = distance(actual, expected);
    if (!(distance <= tolerance)) {
      throw new AssertionError(
          "%s is %.3g of its magnitude away, more than %.1g%n  found    %s%n  expected %s"
              .formatted(what, distance, tolerance, shown(actual), shown(expected)));
    }
  }

  static void check(String what, double actual, double expected, double tolerance) {
    check(what, new double[] {actual}, new double[] {expected}, tolerance);
  }

  static void check(
      String what, Map<String, double[]> actual, Map<String, double[]> expected, double tolerance) {
    assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
    expected.forEach(
        (name, values) -> check(what + " " + name, actual.get(name), values, tolerance));
  }

  private static String shown(double[] values) {
    return Arrays.toString(Arrays.copyOf(values, Math.min(values.length, 12)));
  }
}
