package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.kernel.Function;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
  static List<Activations.Shown> all() {
    return Activations.all();
  }

  @Test
  void areAllThere() {
    String svg = Activations.gallery().svg();
    for (Function function : Function.values()) {
      assertThat(svg).contains(">" + function.name().toLowerCase(Locale.ROOT) + "<");
    }
    assertThat(svg).contains(">softmax<", ">function<", ">derivative<");
  }

  /** Away from kinks; the functions themselves are floats. */
  @ParameterizedTest
  @MethodSource("all")
  void derivativesAreThoseOfTheFunctions(Activations.Shown shown) {
    double step = 1e-2;
    for (double x : new double[] {-3.3, -1.7, -0.6, 0.4, 1.9, 2.8}) {
      double difference =
          shown.function().applyAsDouble(x + step) - shown.function().applyAsDouble(x - step);
      assertThat(shown.derivative().applyAsDouble(x))
          .as("%s at %s", shown.name(), x)
          .isCloseTo(difference / (2 * step), within(1e-3));
    }
  }
}
