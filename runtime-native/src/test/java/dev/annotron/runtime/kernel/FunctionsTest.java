package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsTest {
  private static final float SLOPE = 0.2f;
  private static final double STEP = 1e-4;

  @ParameterizedTest
  @EnumSource
  void agreesWithTheDefinition(Function function) {
    for (float x : arguments()) {
      double expected = Definitions.value(function, SLOPE, x);
      assertThat((double) Functions.apply(function, SLOPE, x))
          .as("%s(%s)", function, x)
          .isCloseTo((float) expected, within(1.3e-7 * Math.abs(expected) + 1e-44));
    }
  }

  @ParameterizedTest
  @EnumSource
  void derivativeIsTheSlopeOfTheDefinition(Function function) {
    for (float x : arguments()) {
      if (Math.abs(x) < 50 && !isNearKink(x)) {
        double rise =
            Definitions.value(function, SLOPE, x + STEP)
                - Definitions.value(function, SLOPE, x - STEP);
        double expected = rise / (2 * STEP);
        float v = function.derivativeFromOutput() ? Functions.apply(function, SLOPE, x) : x;
        assertThat((double) Functions.derivative(function, SLOPE, v))
            .as("%s'(%s)", function, x)
            .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
      }
    }
  }

  @Test
  void derivativesAtKinksAreThoseOfKeras() {
    assertThat(Functions.reluDerivative(0)).isEqualTo(0);
    assertThat(Functions.leakyReluDerivative(0, SLOPE)).isEqualTo(SLOPE);
    assertThat(Functions.relu6Derivative(0)).isEqualTo(0);
    assertThat(Functions.relu6Derivative(6)).isEqualTo(0);
    assertThat(Functions.hardSigmoidDerivative(0)).isEqualTo(0);
    assertThat(Functions.hardSigmoidDerivative(1)).isEqualTo(0);
    assertThat(Functions.eluDerivative(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // Computed with 50 digits.
    "-12, -2.13177853449e-32",
    "-5, -1.4332578594e-6",
    "-1, -0.158655253931",
    "-0.001, -0.000499601081497",
    "0.5, 0.345731230637",
    "3, 2.99595030591",
  })
  void geluKeepsItsDigitsInTheTail(float x, double expected) {
    assertThat((double) Functions.gelu(x)).isCloseTo(expected, within(2e-7 * Math.abs(expected)));
  }

  @ParameterizedTest
  @EnumSource
  void isFiniteForEveryFiniteArgumentAndLetsNanThrough(Function function) {
    for (float x : new float[] {-Float.MAX_VALUE, -1e30f, -200, 0, Float.MIN_VALUE, 85, 1e30f}) {
      boolean overflows = function == Function.EXPONENTIAL && x > 88;
      if (!overflows) {
        assertThat(Functions.apply(function, SLOPE, x)).as("%s(%s)", function, x).isFinite();
        float v = function.derivativeFromOutput() ? Functions.apply(function, SLOPE, x) : x;
        assertThat(Functions.derivative(function, SLOPE, v)).as("%s'(%s)", function, x).isFinite();
      }
    }
    assertThat(Functions.apply(function, SLOPE, Float.NaN)).isNaN();
  }

  private static boolean isNearKink(float x) {
    return IntStream.of(-3, 0, 3, 6).anyMatch(kink -> Math.abs(x - kink) < 2 * STEP);
  }

  private static float[] arguments() {
    float[] arguments = new float[4001];
    for (int i = 0; i <= 2000; i++) {
      arguments[i] = (i - 1000) * 0.0123f;
      arguments[2001 + Math.min(i, 1999)] =
          (float) ((i % 2 * 2 - 1) * Math.pow(10, -8 + 9.9 * i / 2000.0));
    }
    return arguments;
  }
}
