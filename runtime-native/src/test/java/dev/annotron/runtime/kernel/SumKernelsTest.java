package dev.annotron.runtime.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SumKernelsTest {
  static Stream<Arguments> sizes() {
    List<int[]> sizes =
        List.of(
            new int[] {1, 1},
            new int[] {3, 2},
            new int[] {1, 7},
            new int[] {2, 8},
            new int[] {7, 9},
            new int[] {9, 31},
            new int[] {33, 33},
            new int[] {31, 67},
            new int[] {5, 131},
            new int[] {2, 2500});
    return Implementation.all().flatMap(i -> sizes.stream().map(s -> Arguments.of(i, s[0], s[1])));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void sumsRows(Implementation implementation, int rows, int columns) {
    Tensor x = Tensor.random(rows * columns, 1);
    Tensor sum = Tensor.empty(columns);
    implementation.ready().sumRows(x.segment(), x.at(), sum.segment(), sum.at(), rows, columns);
    sum.assertIs(
        j -> {
          double expected = 0;
          for (int row = 0; row < rows; row++) {
            expected += x.get(row * columns + j);
          }
          return expected;
        },
        1e-5);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void addsTheBiasToEveryRow(Implementation implementation, int rows, int columns) {
    Tensor x = Tensor.random(rows * columns, 2);
    Tensor bias = Tensor.random(columns, 3);
    Tensor y = Tensor.empty(rows * columns);
    Tensor inPlace = x.copy();
    for (Tensor[] pair : new Tensor[][] {{x, y}, {inPlace, inPlace}}) {
      Tensor from = pair[0];
      Tensor to = pair[1];
      implementation
          .ready()
          .addBias(
              from.segment(),
              from.at(),
              bias.segment(),
              bias.at(),
              to.segment(),
              to.at(),
              rows,
              columns);
      to.assertIs(i -> x.get(i) + bias.get(i % columns), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void adds(Implementation implementation, int rows, int columns) {
    int count = rows * columns;
    Tensor a = Tensor.random(count, 4);
    Tensor b = Tensor.random(count, 5);
    Tensor y = Tensor.empty(count);
    Tensor intoA = a.copy();
    Tensor intoB = b.copy();
    Kernels kernels = implementation.ready();
    kernels.add(a.segment(), a.at(), b.segment(), b.at(), y.segment(), y.at(), count);
    kernels.add(
        intoA.segment(), intoA.at(), b.segment(), b.at(), intoA.segment(), intoA.at(), count);
    kernels.add(
        a.segment(), a.at(), intoB.segment(), intoB.at(), intoB.segment(), intoB.at(), count);
    for (Tensor result : List.of(y, intoA, intoB)) {
      result.assertIs(i -> a.get(i) + b.get(i), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void copiesRowsBetweenStrides(Implementation implementation, int rows, int columns) {
    int wide = columns + 5;
    Tensor x = Tensor.random(rows * columns, 6);
    Tensor y = Tensor.of(rows * wide, _ -> 9);
    implementation
        .ready()
        .copyRows(x.segment(), x.at(), columns, y.segment(), y.at() + 2, wide, columns, rows);
    y.assertIs(
        i -> {
          int column = i % wide - 2;
          return column >= 0 && column < columns ? x.get(i / wide * columns + column) : 9;
        },
        0);
  }
}
