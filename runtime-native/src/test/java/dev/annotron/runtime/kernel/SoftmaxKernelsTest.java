package dev.annotron.runtime.kernel;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SoftmaxKernelsTest {
  /** More than a vector has lanes, and a rest. */
  private static final int ROWS = 21;

  static Stream<Arguments> columns() {
    return Implementation.all()
        .flatMap(
            i ->
                Stream.of(1, 2, 3, 7, 8, 9, 10, 15, 16, 17, 31, 33, 67, 131, 1000)
                    .map(c -> Arguments.of(i, c)));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void isTheShareOfThePowers(Implementation implementation, int columns) {
    for (double spread : new double[] {1, 30, 1e4}) {
      Tensor random = Tensor.random(ROWS * columns, 1);
      Tensor x = Tensor.of(ROWS * columns, i -> spread * random.get(i));
      Tensor y = Tensor.empty(ROWS * columns);
      Tensor inPlace = x.copy();
      for (Tensor[] pair : new Tensor[][] {{x, y}, {inPlace, inPlace}}) {
        implementation
            .ready()
            .softmax(
                pair[0].segment(), pair[0].at(), pair[1].segment(), pair[1].at(), ROWS, columns);
        pair[1].assertIs(expected(x, columns), 4e-7);
      }
    }
  }

  private static IntToDoubleFunction expected(Tensor x, int columns) {
    return i -> {
      double sum = 0;
      for (int j = i / columns * columns; j < (i / columns + 1) * columns; j++) {
        sum += Math.exp((double) x.get(j) - x.get(i));
      }
      return 1 / sum;
    };
  }

  @ParameterizedTest
  @MethodSource("columns")
  void nanFillsItsRowAlone(Implementation implementation, int columns) {
    for (int place : List.of(0, columns - 1)) {
      Tensor x = Tensor.of(ROWS * columns, i -> i == columns + place ? Double.NaN : 1);
      Tensor y = Tensor.empty(ROWS * columns);
      implementation.ready().softmax(x.segment(), x.at(), y.segment(), y.at(), ROWS, columns);
      y.assertIs(i -> i / columns == 1 ? Double.NaN : 1.0 / columns, 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("columns")
  void gradientIsThatOfTheDefinition(Implementation implementation, int columns) {
    Tensor y = Tensor.random(ROWS * columns, 2);
    Tensor dy = Tensor.random(ROWS * columns, 3);
    Tensor dx = Tensor.empty(ROWS * columns);
    Tensor inPlace = dy.copy();
    for (Tensor[] pair : new Tensor[][] {{dy, dx}, {inPlace, inPlace}}) {
      implementation
          .ready()
          .softmaxGradient(
              y.segment(),
              y.at(),
              pair[0].segment(),
              pair[0].at(),
              pair[1].segment(),
              pair[1].at(),
              ROWS,
              columns);
      pair[1].assertIs(
          i -> {
            double sum = 0;
            for (int j = i / columns * columns; j < (i / columns + 1) * columns; j++) {
              sum += (double) y.get(j) * dy.get(j);
            }
            return y.get(i) * (dy.get(i) - sum);
          },
          2e-6);
    }
  }
}
