package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is random: the same in every implementation, and in its statistics as it should be. */
class RandomKernelsTest {
  private static final long DRAW = 0x123456789abcdefL;
  private static final int MANY = 200_000;

  /** Five standard deviations of the mean of {@link #MANY} values of deviation 1. */
  private static final double FIVE_SIGMA = 5 / Math.sqrt(MANY);

  static Stream<Arguments> sizes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1, 1},
            new int[] {3, 2, 2},
            new int[] {5, 6, 3},
            new int[] {2, 90, 9},
            new int[] {7, 67, 67},
            new int[] {3, 520, 260},
            new int[] {2, 2500, 2500});
    return Implementation.all().flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void dropoutIsTheSameEverywhere(Implementation implementation, int[] size) {
    Tensor x = Tensor.random(size[0] * size[1], 1);
    Tensor inPlace = x.copy();
    for (Tensor y : List.of(Tensor.empty(x.size()), inPlace)) {
      Tensor from = y == inPlace ? inPlace : x;
      dropout(implementation.ready(), DRAW, 7, 0.3f, from, y, size);
      y.assertIs(
          i -> x.get(i) * Chance.kept(DRAW, 7, i / size[1] * size[2] + i % size[2], 0.3f), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void noiseIsTheSameEverywhere(Implementation implementation, int[] size) {
    Tensor x = Tensor.random(size[0] * size[1], 2);
    Tensor inPlace = x.copy();
    for (Tensor y : List.of(Tensor.empty(x.size()), inPlace)) {
      Tensor from = y == inPlace ? inPlace : x;
      implementation
          .ready()
          .noise(DRAW, 9, 0.5f, from.segment(), from.at(), y.segment(), y.at(), x.size());
      y.assertIs(i -> x.get(i) + 0.5 * Chance.normal(DRAW, 9, i), 2e-6);
    }
  }

  @Test
  void valuesAreKeptWithTheirChance() {
    for (float rate : new float[] {0.1f, 0.5f, 0.9f}) {
      double[] factors = factors(DRAW, 1, rate);
      double deviation = Math.sqrt(rate / (1 - rate)); // of one factor, whose mean is 1
      assertThat(mean(factors)).isCloseTo(1, within(deviation * FIVE_SIGMA));
      for (double factor : factors) {
        assertThat(factor == 0 || factor == (float) (1 / (1 - (double) rate))).isTrue();
      }
    }
  }

  @Test
  void nothingIsDroppedAtRateZero() {
    assertThat(factors(DRAW, 1, 0)).containsOnly(1);
  }

  @Test
  void neighboursStepsAndSaltsAreIndependent() {
    double[] factors = factors(DRAW, 1, 0.5f);
    assertThat(correlation(factors, factors(DRAW + 1, 1, 0.5f))).isLessThan(FIVE_SIGMA);
    assertThat(correlation(factors, factors(DRAW, 2, 0.5f))).isLessThan(FIVE_SIGMA);
    assertThat(correlation(factors, factors(0, 1, 0.5f))).isLessThan(FIVE_SIGMA);
    for (int distance : new int[] {1, 2, 3, 4, 8, 16, 32, 100, 128, 1024}) {
      double[] shifted = new double[MANY];
      for (int i = 0; i < MANY; i++) {
        shifted[i] = factors[(i + distance) % MANY];
      }
      assertThat(correlation(factors, shifted)).as("distance %d", distance).isLessThan(FIVE_SIGMA);
    }
  }

  @Test
  void oneNumberIsFairOverTheSteps() {
    double[] factors = new double[MANY];
    for (int step = 0; step < MANY; step++) {
      factors[step] = Chance.kept(step, 1, 5, 0.5f);
    }
    assertThat(mean(factors)).isCloseTo(1, within(FIVE_SIGMA));
  }

  @Test
  void noiseIsNormal() {
    double[] powers = new double[5];
    int beyondTwo = 0;
    for (int i = 0; i < MANY; i++) {
      double n = Chance.normal(DRAW, 3, i);
      for (int power = 1; power < powers.length; power++) {
        powers[power] += Math.pow(n, power) / MANY;
      }
      beyondTwo += Math.abs(n) > 2 ? 1 : 0;
    }
    assertThat(powers[1]).isCloseTo(0, within(FIVE_SIGMA));
    assertThat(powers[2]).isCloseTo(1, within(FIVE_SIGMA * Math.sqrt(2)));
    assertThat(powers[3]).isCloseTo(0, within(FIVE_SIGMA * Math.sqrt(15)));
    assertThat(powers[4]).isCloseTo(3, within(FIVE_SIGMA * Math.sqrt(96)));
    assertThat((double) beyondTwo / MANY).isCloseTo(0.0455, within(FIVE_SIGMA * 0.21));
  }

  private static void dropout(
      Kernels kernels, long draw, int salt, float rate, Tensor x, Tensor y, int[] size) {
    kernels.dropout(
        draw, salt, rate, x.segment(), x.at(), y.segment(), y.at(), size[0], size[1], size[2]);
  }

  private static double[] factors(long draw, int salt, float rate) {
    double[] factors = new double[MANY];
    for (int i = 0; i < MANY; i++) {
      factors[i] = Chance.kept(draw, salt, i, rate);
    }
    return factors;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The size of the correlation of factors whose mean and deviation are 1. */
  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - 1) * (b[i] - 1);
    }
    return Math.abs(sum / a.length);
  }
}
