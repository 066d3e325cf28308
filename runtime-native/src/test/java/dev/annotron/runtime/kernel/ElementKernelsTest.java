package dev.annotron.runtime.kernel;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels value by value against their formulas in double, into new memory and in place. */
class ElementKernelsTest {
  static Stream<Arguments> sizes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1},
            new int[] {3, 2},
            new int[] {1, 7},
            new int[] {257, 1},
            new int[] {131, 3},
            new int[] {7, 9},
            new int[] {90, 31},
            new int[] {31, 67},
            new int[] {5, 131},
            new int[] {66, 256},
            new int[] {3, 519});
    return Implementation.all().flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1])));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void combines(Implementation implementation, int rows, int columns) {
    int count = rows * columns;
    Tensor a = halves(count, 1);
    Tensor b = halves(count, 2);
    for (Combination how : Combination.values()) {
      Tensor y = Tensor.empty(count);
      Tensor intoA = a.copy();
      Tensor intoB = b.copy();
      combine(implementation, how, a, b, y);
      combine(implementation, how, intoA, b, intoA);
      combine(implementation, how, a, intoB, intoB);
      for (Tensor result : List.of(y, intoA, intoB)) {
        result.assertIs(i -> how.of(a.get(i), b.get(i)), 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void combinationsPassNotANumber(Implementation implementation, int rows, int columns) {
    int count = rows * columns;
    Tensor some = Tensor.of(count, i -> i % 3 == 0 ? Double.NaN : i);
    Tensor zeros = Tensor.of(count, _ -> 0);
    for (Combination how : Combination.values()) {
      for (Tensor[] pair : new Tensor[][] {{some, zeros}, {zeros, some}}) {
        Tensor y = Tensor.empty(count);
        combine(implementation, how, pair[0], pair[1], y);
        y.assertIs(i -> i % 3 == 0 ? Double.NaN : how.of(pair[0].get(i), pair[1].get(i)), 0);
      }
    }
  }

  private static void combine(
      Implementation implementation, Combination how, Tensor a, Tensor b, Tensor y) {
    implementation
        .ready()
        .combine(how, a.segment(), a.at(), b.segment(), b.at(), y.segment(), y.at(), y.size());
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void choosesTheOperandThatWonAndTheFirstOfEqualOnes(
      Implementation implementation, int rows, int columns) {
    int count = rows * columns;
    Tensor a = halves(count, 3);
    Tensor b = halves(count, 4);
    Tensor dy = Tensor.random(count, 5);
    for (Combination how : List.of(Combination.MAXIMUM, Combination.MINIMUM)) {
      for (boolean first : new boolean[] {true, false}) {
        Tensor inPlace = dy.copy();
        for (Tensor dx : List.of(Tensor.empty(count), inPlace)) {
          Tensor d = dx == inPlace ? inPlace : dy;
          implementation
              .ready()
              .choose(
                  how,
                  first,
                  a.segment(),
                  a.at(),
                  b.segment(),
                  b.at(),
                  d.segment(),
                  d.at(),
                  dx.segment(),
                  dx.at(),
                  count);
          dx.assertIs(i -> how.takesFirst(a.get(i), b.get(i)) == first ? dy.get(i) : 0, 0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void affine(Implementation implementation, int rows, int columns) {
    int count = rows * columns;
    Tensor x = Tensor.random(count, 6);
    Tensor y = Tensor.empty(count);
    Tensor inPlace = x.copy();
    Kernels kernels = implementation.ready();
    kernels.affine(0.3f, -2, x.segment(), x.at(), y.segment(), y.at(), count);
    kernels.affine(
        0.3f, -2, inPlace.segment(), inPlace.at(), inPlace.segment(), inPlace.at(), count);
    y.assertIs(i -> (double) 0.3f * x.get(i) - 2, 1e-6);
    inPlace.assertIs(i -> (double) 0.3f * x.get(i) - 2, 1e-6);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void scalesColumns(Implementation implementation, int rows, int columns) {
    Tensor x = Tensor.random(rows * columns, 7);
    Tensor factor = Tensor.random(columns, 8);
    Tensor inPlace = x.copy();
    for (Tensor y : List.of(Tensor.empty(x.size()), inPlace)) {
      Tensor from = y == inPlace ? inPlace : x;
      implementation
          .ready()
          .scale(
              from.segment(),
              from.at(),
              factor.segment(),
              factor.at(),
              y.segment(),
              y.at(),
              rows,
              columns);
      y.assertIs(i -> x.get(i) * factor.get(i % columns), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sumsProductsByColumn(Implementation implementation, int rows, int columns) {
    Tensor x = Tensor.random(rows * columns, 9);
    Tensor dy = Tensor.random(rows * columns, 10);
    Tensor sum = Tensor.empty(columns);
    implementation
        .ready()
        .scaleGradient(
            x.segment(), x.at(), dy.segment(), dy.at(), sum.segment(), sum.at(), rows, columns);
    sum.assertIs(columnSum(rows, columns, i -> (double) x.get(i) * dy.get(i)), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void prelu(Implementation implementation, int rows, int columns) {
    Tensor x = halves(rows * columns, 11);
    Tensor alpha = Tensor.random(columns, 12);
    Tensor inPlace = x.copy();
    for (Tensor y : List.of(Tensor.empty(x.size()), inPlace)) {
      Tensor from = y == inPlace ? inPlace : x;
      implementation
          .ready()
          .prelu(
              from.segment(),
              from.at(),
              alpha.segment(),
              alpha.at(),
              y.segment(),
              y.at(),
              rows,
              columns);
      y.assertIs(i -> x.get(i) > 0 ? x.get(i) : x.get(i) * alpha.get(i % columns), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void preluGradients(Implementation implementation, int rows, int columns) {
    Tensor x = halves(rows * columns, 13);
    Tensor alpha = Tensor.random(columns, 14);
    Tensor dy = Tensor.random(rows * columns, 15);
    Tensor dx = Tensor.empty(x.size());
    Tensor dAlpha = Tensor.empty(columns);
    Kernels kernels = implementation.ready();
    kernels.preluGradient(
        x.segment(),
        x.at(),
        alpha.segment(),
        alpha.at(),
        dy.segment(),
        dy.at(),
        dx.segment(),
        dx.at(),
        rows,
        columns);
    kernels.preluSlopeGradient(
        x.segment(), x.at(), dy.segment(), dy.at(), dAlpha.segment(), dAlpha.at(), rows, columns);
    dx.assertIs(i -> x.get(i) > 0 ? dy.get(i) : dy.get(i) * alpha.get(i % columns), 0);
    dAlpha.assertIs(
        columnSum(rows, columns, i -> (double) Math.min(x.get(i), 0) * dy.get(i)), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void repeatsBlocksAndSumsThem(Implementation implementation, int times, int inner) {
    int blocks = 3;
    Tensor x = Tensor.random(blocks * inner, 16);
    Tensor y = Tensor.empty(blocks * times * inner);
    Tensor dy = Tensor.random(y.size(), 17);
    Tensor sum = Tensor.empty(x.size());
    Kernels kernels = implementation.ready();
    kernels.repeat(x.segment(), x.at(), y.segment(), y.at(), blocks, times, inner);
    kernels.sumRepeats(dy.segment(), dy.at(), sum.segment(), sum.at(), blocks, times, inner);
    y.assertIs(i -> x.get(i / (times * inner) * inner + i % inner), 0);
    sum.assertIs(
        i -> {
          double expected = 0;
          for (int k = 0; k < times; k++) {
            expected += dy.get((i / inner * times + k) * inner + i % inner);
          }
          return expected;
        },
        1e-5);
  }

  /** Values of which many are equal to each other and to 0. */
  private static Tensor halves(int count, long seed) {
    Tensor random = Tensor.random(count, seed);
    return Tensor.of(count, i -> Math.rint(2 * random.get(i)) / 2);
  }

  private static IntToDoubleFunction columnSum(int rows, int columns, IntToDoubleFunction term) {
    return j -> {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += term.applyAsDouble(row * columns + j);
      }
      return sum;
    };
  }
}
