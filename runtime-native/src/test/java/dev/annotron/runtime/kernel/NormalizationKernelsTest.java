package dev.annotron.runtime.kernel;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalisation against its formulas in double. */
class NormalizationKernelsTest {
  private static final double TOLERANCE = 1e-5;
  private static final float EPSILON = 1e-3f;

  /** Far from 0, where formulas that subtract squares of sums would lose all digits. */
  private static final double FAR = 100;

  static Stream<Arguments> sizes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1},
            new int[] {3, 2},
            new int[] {2, 7},
            new int[] {257, 1},
            new int[] {300, 3},
            new int[] {7, 9},
            new int[] {91, 31},
            new int[] {5, 131},
            new int[] {66, 256},
            new int[] {4, 519});
    return Implementation.all().flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1])));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void batchStatistics(Implementation implementation, int rows, int columns) {
    Tensor x = around(FAR, rows * columns, 1);
    Tensor mean = Tensor.empty(columns);
    Tensor variance = Tensor.empty(columns);
    Kernels kernels = implementation.ready();
    kernels.batchMean(x.segment(), x.at(), mean.segment(), mean.at(), rows, columns);
    kernels.batchVariance(
        x.segment(),
        x.at(),
        mean.segment(),
        mean.at(),
        variance.segment(),
        variance.at(),
        rows,
        columns);
    IntToDoubleFunction exactMean = j -> sum(rows, columns, j, x::get) / rows;
    mean.assertIs(exactMean, 1e-7);
    variance.assertIs(
        j -> {
          double center = exactMean.applyAsDouble(j);
          return sum(rows, columns, j, i -> Math.pow(x.get(i) - center, 2)) / rows;
        },
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void standardize(Implementation implementation, int rows, int columns) {
    Tensor x = around(3, rows * columns, 2);
    Tensor mean = around(3, columns, 3);
    Tensor factor = Tensor.random(columns, 4);
    Tensor bias = Tensor.random(columns, 5);
    Tensor inPlace = x.copy();
    for (boolean biased : new boolean[] {false, true}) {
      for (Tensor y : List.of(Tensor.empty(x.size()), biased ? inPlace : Tensor.empty(x.size()))) {
        Tensor from = y == inPlace ? inPlace : x;
        implementation
            .ready()
            .standardize(
                from.segment(),
                from.at(),
                mean.segment(),
                mean.at(),
                factor.segment(),
                factor.at(),
                bias.segment(),
                biased ? bias.at() : -1,
                y.segment(),
                y.at(),
                rows,
                columns);
        y.assertIs(
            i -> {
              int j = i % columns;
              double value = ((double) x.get(i) - mean.get(j)) * factor.get(j);
              return biased ? value + bias.get(j) : value;
            },
            1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void batchGradients(Implementation implementation, int rows, int columns) {
    Tensor x = around(3, rows * columns, 6);
    Tensor mean = around(3, columns, 7);
    Tensor factor = Tensor.random(columns, 8);
    Tensor slopes = Tensor.random(2 * columns, 9);
    Tensor dy = Tensor.random(rows * columns, 10);
    Tensor dx = dy.copy();
    Tensor sum = Tensor.empty(columns);
    Kernels kernels = implementation.ready();
    kernels.centeredSum(
        x.segment(),
        x.at(),
        mean.segment(),
        mean.at(),
        dy.segment(),
        dy.at(),
        sum.segment(),
        sum.at(),
        rows,
        columns);
    kernels.batchGradient(
        x.segment(),
        x.at(),
        mean.segment(),
        mean.at(),
        factor.segment(),
        factor.at(),
        slopes.segment(),
        slopes.at(),
        dx.segment(),
        dx.at(),
        dx.segment(),
        dx.at(),
        rows,
        columns);
    sum.assertIs(
        j -> sum(rows, columns, j, i -> ((double) x.get(i) - mean.get(j)) * dy.get(i)), 1e-4);
    dx.assertIs(
        i -> {
          int j = i % columns;
          double incline = ((double) x.get(i) - mean.get(j)) * slopes.get(columns + j);
          return (double) dy.get(i) * factor.get(j) - slopes.get(j) - incline;
        },
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void columnValues(Implementation implementation, int rows, int columns) {
    Tensor variance = Tensor.of(columns, j -> j % 5);
    Tensor factor = Tensor.random(columns, 11);
    Tensor dBias = Tensor.random(columns, 12);
    Tensor dFactor = Tensor.random(columns, 13);
    Tensor inverse = Tensor.empty(columns);
    Tensor slopes = Tensor.empty(2 * columns);
    Kernels kernels = implementation.ready();
    kernels.inverseDeviation(
        variance.segment(), variance.at(), inverse.segment(), inverse.at(), columns, EPSILON);
    kernels.batchSlopes(
        variance.segment(),
        variance.at(),
        factor.segment(),
        factor.at(),
        dBias.segment(),
        dBias.at(),
        dFactor.segment(),
        dFactor.at(),
        slopes.segment(),
        slopes.at(),
        rows,
        columns,
        EPSILON);
    inverse.assertIs(j -> 1 / Math.sqrt(variance.get(j) + (double) EPSILON), TOLERANCE);
    slopes.assertIs(
        i -> {
          int j = i % columns;
          double scale = factor.get(j) / (double) rows;
          double square = variance.get(j) + (double) EPSILON;
          return i < columns ? scale * dBias.get(j) : scale * dFactor.get(j) / square;
        },
        TOLERANCE);
  }

  /** Shapes of samples and whether they are centred, with gains for a group or for all. */
  static Stream<Arguments> groups() {
    List<Arguments> shapes =
        List.of(
            Arguments.of(1, 1, 1, true, true),
            Arguments.of(1, 3, 5, true, true),
            Arguments.of(1, 4, 67, false, true),
            Arguments.of(1, 2, 131, true, true),
            Arguments.of(6, 2, 3, true, false),
            Arguments.of(5, 3, 1, true, false),
            Arguments.of(7, 2, 17, false, false));
    return Implementation.all()
        .flatMap(
            i ->
                shapes.stream()
                    .map(
                        a -> {
                          Object[] s = a.get();
                          return Arguments.of(i, s[0], s[1], s[2], s[3], s[4]);
                        }));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void groupsAreNormalised(
      Implementation implementation,
      int outer,
      int groups,
      int inner,
      boolean centered,
      boolean ofGroup) {
    int samples = 3;
    int scaled = ofGroup ? inner : groups * inner;
    NormalGroups all = new NormalGroups(outer, groups, inner, scaled, centered, EPSILON);
    Tensor x = around(centered ? FAR : 1, samples * all.size(), 14);
    Tensor gamma = Tensor.random(scaled, 15);
    Tensor beta = Tensor.random(scaled, 16);
    for (int form = 0; form < 4; form++) {
      boolean gain = form % 2 == 1;
      boolean bias = form >= 2;
      Tensor y = x.copy(); // in place
      implementation
          .ready()
          .normalize(
              y.segment(),
              y.at(),
              gamma.segment(),
              gain ? gamma.at() : -1,
              beta.segment(),
              bias ? beta.at() : -1,
              y.segment(),
              y.at(),
              samples,
              outer,
              groups,
              inner,
              scaled,
              centered,
              EPSILON);
      double[] normal = normal(x, all);
      y.assertIs(
          i -> normal[i] * (gain ? gamma.get(i % scaled) : 1) + (bias ? beta.get(i % scaled) : 0),
          5 * TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void gradientsOfGroups(
      Implementation implementation,
      int outer,
      int groups,
      int inner,
      boolean centered,
      boolean ofGroup) {
    int samples = 3;
    int scaled = ofGroup ? inner : groups * inner;
    NormalGroups all = new NormalGroups(outer, groups, inner, scaled, centered, EPSILON);
    Tensor x = around(1, samples * all.size(), 17);
    Tensor gamma = Tensor.random(scaled, 18);
    Tensor dy = Tensor.random(x.size(), 19);
    Tensor dGamma = Tensor.empty(scaled);
    Kernels kernels = implementation.ready();
    double[] normal = normal(x, all);
    for (boolean gain : new boolean[] {false, true}) {
      Tensor dx = dy.copy(); // in place
      kernels.normalizeGradient(
          x.segment(),
          x.at(),
          gamma.segment(),
          gain ? gamma.at() : -1,
          dx.segment(),
          dx.at(),
          dx.segment(),
          dx.at(),
          samples,
          outer,
          groups,
          inner,
          scaled,
          centered,
          EPSILON);
      double[] expected =
          gradient(x, i -> (double) dy.get(i) * (gain ? gamma.get(i % scaled) : 1), all);
      dx.assertIs(i -> expected[i], 10 * TOLERANCE);
    }
    kernels.normalizeGainGradient(
        x.segment(),
        x.at(),
        dy.segment(),
        dy.at(),
        dGamma.segment(),
        dGamma.at(),
        samples,
        outer,
        groups,
        inner,
        scaled,
        centered,
        EPSILON);
    dGamma.assertIs(
        j -> sum(x.size() / scaled, scaled, j, i -> normal[i] * dy.get(i)), 5 * TOLERANCE);
  }

  private static double[] normal(Tensor x, NormalGroups all) {
    double[] normal = new double[x.size()];
    eachGroup(
        x,
        all,
        places -> {
          double mean = all.centered() ? mean(places, x::get) : 0;
          double variance = mean(places, i -> Math.pow(x.get(i) - mean, 2));
          for (int i : places) {
            normal[i] = (x.get(i) - mean) / Math.sqrt(variance + all.epsilon());
          }
        });
    return normal;
  }

  private static double[] gradient(Tensor x, IntToDoubleFunction d, NormalGroups all) {
    double[] normal = normal(x, all);
    double[] dx = new double[x.size()];
    eachGroup(
        x,
        all,
        places -> {
          double mean = all.centered() ? mean(places, x::get) : 0;
          double variance = mean(places, i -> Math.pow(x.get(i) - mean, 2));
          double away = all.centered() ? mean(places, d) : 0;
          double incline = mean(places, i -> d.applyAsDouble(i) * normal[i]);
          for (int i : places) {
            dx[i] =
                (d.applyAsDouble(i) - away - normal[i] * incline)
                    / Math.sqrt(variance + all.epsilon());
          }
        });
    return dx;
  }

  private interface Group {
    void of(int[] places);
  }

  /** The places of each group of each sample, found by counting through all axes. */
  private static void eachGroup(Tensor x, NormalGroups all, Group group) {
    for (int sample = 0; sample < x.size() / all.size(); sample++) {
      for (int g = 0; g < all.groups(); g++) {
        int[] places = new int[all.count()];
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
          if (i / all.inner() % all.groups() == g) {
            places[next++] = sample * all.size() + i;
          }
        }
        group.of(places);
      }
    }
  }

  private static double mean(int[] places, IntToDoubleFunction value) {
    double sum = 0;
    for (int i : places) {
      sum += value.applyAsDouble(i);
    }
    return sum / places.length;
  }

  private static Tensor around(double center, int count, long seed) {
    Tensor random = Tensor.random(count, seed);
    return Tensor.of(count, i -> center + random.get(i));
  }

  private static double sum(int rows, int columns, int column, IntToDoubleFunction value) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += value.applyAsDouble(row * columns + column);
    }
    return sum;
  }
}
