package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;

/** Comparison of tensors, relative to the largest magnitude that is expected in them. */
final class Close {
  /** What is left of a sum in double that cancels. */
  private static final double ROUNDING = 1e-13;

  private Close() {}

  /** The largest difference, relative to the largest expected magnitude. */
  static double distance(double[] actual, double[] expected) {
    double worst = difference(actual, expected);
    return worst == 0 ? 0 : worst / magnitude(expected);
  }

  /** The largest difference; NaN counts as infinite. */
  static double difference(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs(actual[i] - expected[i]);
      worst = Math.max(worst, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
    }
    return worst;
  }

  static double magnitude(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  static void check(String what, double[] actual, double[] expected, double tolerance) {
    checkWithin(what, actual, expected, tolerance * magnitude(expected));
  }

  /** Checks that no difference is above {@code allowed}. */
  static void checkWithin(String what, double[] actual, double[] expected, double allowed) {
    double difference = difference(actual, expected);
    if (!(difference <= allowed)) {
      throw new AssertionError(
          "%s is %.3g away, more than %.3g%n  found    %s%n  expected %s"
              .formatted(what, difference, allowed, shown(actual), shown(expected)));
    }
  }

  /** Checks that no value is further away than is allowed for it. */
  static void checkWithin(String what, double[] actual, double[] expected, double[] allowed) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      double difference = Math.abs(actual[i] - expected[i]);
      if (!(difference <= allowed[i])) {
        throw new AssertionError(
            "%s is %.3g away at %d, more than %.3g%n  found    %s%n  expected %s"
                .formatted(what, difference, i, allowed[i], shown(actual), shown(expected)));
      }
    }
  }

  static void check(String what, double actual, double expected, double tolerance) {
    check(what, new double[] {actual}, new double[] {expected}, tolerance);
  }

  /**
   * Checks each tensor by its own largest value; one that is 0 but for rounding, such as the
   * gradient of an attention's key bias, by the largest of all.
   */
  static void check(
      String what, Map<String, double[]> actual, Map<String, double[]> expected, double tolerance) {
    assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
    double largest = expected.values().stream().mapToDouble(Close::magnitude).max().orElse(0);
    expected.forEach(
        (name, values) -> {
          double own = magnitude(values);
          double allowed = tolerance * (own < ROUNDING * largest ? largest : own);
          checkWithin(what + " " + name, actual.get(name), values, allowed);
        });
  }

  private static String shown(double[] values) {
    return Arrays.toString(Arrays.copyOf(values, Math.min(values.length, 12)));
  }
}
