package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializersTest {
  private static final int IN = 300;
  private static final int OUT = 200;

  private static float[] draw(Initialization initialization, int rows, int columns, long seed) {
    return Initializers.draw(
        new Architecture.Parameter("w", List.of(rows, columns), 0, initialization, rows, columns),
        new SplittableRandom(seed));
  }

  private static double mean(float[] values, int power) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> Math.pow(values[i], power))
        .average()
        .orElseThrow();
  }

  private static double largest(float[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> Math.abs(values[i]))
        .max()
        .orElseThrow();
  }

  // Variances as in Keras's documentation: 2 / (in + out), 2 / in, 1 / in.
  @ParameterizedTest
  @CsvSource({
    "GLOROT_NORMAL, 0.004",
    "GLOROT_UNIFORM, 0.004",
    "HE_NORMAL, 0.0066666667",
    "HE_UNIFORM, 0.0066666667",
    "LECUN_NORMAL, 0.0033333333",
    "LECUN_UNIFORM, 0.0033333333"
  })
  void momentsAreThoseOfTheDistribution(Initialization initialization, double variance) {
    float[] values = draw(initialization, IN, OUT, 1);
    double deviation = Math.sqrt(variance);
    // The largest value of 60,000: the limit of the uniform, or the cut of the normal.
    double limit =
        initialization.name().endsWith("NORMAL")
            ? 2 * deviation / .87962566103423978
            : Math.sqrt(3) * deviation;

    assertThat(mean(values, 1)).isCloseTo(0, within(deviation * 0.02));
    assertThat(mean(values, 2)).isCloseTo(variance, within(variance * 0.03));
    assertThat(largest(values)).isBetween(limit * 0.995, limit * 1.000001);
  }

  @Test
  void normalAndUniformDifferInTheirFourthMoment() {
    float[] normal = draw(Initialization.HE_NORMAL, IN, OUT, 1);
    float[] uniform = draw(Initialization.HE_UNIFORM, IN, OUT, 1);

    // Kurtosis: 1.8 for the uniform; 2.37 for the normal cut at two deviations.
    assertThat(mean(uniform, 4) / Math.pow(mean(uniform, 2), 2)).isCloseTo(1.8, within(0.03));
    assertThat(mean(normal, 4) / Math.pow(mean(normal, 2), 2)).isCloseTo(2.37, within(0.05));
  }

  @Test
  void constantsAreConstant() {
    assertThat(draw(Initialization.ZEROS, 2, 3, 1)).containsOnly(0f).hasSize(6);
    assertThat(draw(Initialization.ONES, 2, 3, 1)).containsOnly(1f).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"40, 40", "50, 20", "20, 50", "1, 7"})
  void orthogonalMatricesHaveOrthonormalColumnsOrRows(int rows, int columns) {
    float[] w = draw(Initialization.ORTHOGONAL, rows, columns, 5);
    boolean tall = rows >= columns;
    int count = Math.min(rows, columns);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          dot +=
              tall
                  ? (double) w[i * columns + a] * w[i * columns + b]
                  : (double) w[a * columns + i] * w[b * columns + i];
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-6));
      }
    }
  }

  @Test
  void orthogonalSignsAreRandom() {
    float[] w = draw(Initialization.ORTHOGONAL, 64, 64, 5);
    long positive = IntStream.range(0, 64).filter(i -> w[i * 64 + i] > 0).count();

    assertThat(positive).isBetween(16L, 48L);
  }

  @Test
  void seedsDecide() {
    for (Initialization initialization :
        List.of(
            Initialization.GLOROT_UNIFORM, Initialization.HE_NORMAL, Initialization.ORTHOGONAL)) {
      assertThat(draw(initialization, 4, 4, 0)).isEqualTo(draw(initialization, 4, 4, 0));
      assertThat(draw(initialization, 4, 4, 0)).isNotEqualTo(draw(initialization, 4, 4, 1));
    }
  }

  @Test
  void tensorsHaveNumbersOfTheirOwn() {
    Tiny square = new Tiny(new int[] {3}, 3, 3, Tiny.regression().loss());
    Engine<?> engine = Memory.HEAP.engine(square);

    assertThat(engine.weights().get("hidden/kernel").toArray())
        .isNotEqualTo(engine.weights().get("answer/kernel").toArray());
    assertThat(engine.weights().get("hidden/bias").toArray()).containsOnly(0f);
  }
}
