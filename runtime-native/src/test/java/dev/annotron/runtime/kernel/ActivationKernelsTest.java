package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels over many numbers against {@link Functions} over one; FunctionsTest checks the latter.
 */
class ActivationKernelsTest {
  private static final List<Integer> SIZES = List.of(1, 2, 3, 7, 8, 9, 31, 33, 67, 131, 2500);
  private static final float SLOPE = 0.2f;

  static Stream<Arguments> functions() {
    return Implementation.all()
        .flatMap(i -> Stream.of(Function.values()).map(f -> Arguments.of(i, f)));
  }

  /** Values near 0, in the middle and far out, of both signs. */
  private static Tensor values(int size) {
    Tensor spread = Tensor.random(size, size);
    return Tensor.of(
        size, i -> spread.get(i) * List.of(1e-6, 1e-2, 1.0, 4.0, 30.0, 300.0).get(i % 6));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void computesTheFunction(Implementation implementation, Function function) {
    for (int size : SIZES) {
      Tensor x = values(size);
      Tensor y = Tensor.empty(size);
      Tensor inPlace = x.copy();
      Kernels kernels = implementation.ready();
      kernels.activation(function, SLOPE, x.segment(), x.at(), y.segment(), y.at(), size);
      kernels.activation(
          function, SLOPE, inPlace.segment(), inPlace.at(), inPlace.segment(), inPlace.at(), size);
      for (int i = 0; i < size; i++) {
        assertClose(y.get(i), Functions.apply(function, SLOPE, x.get(i)), function, x.get(i));
      }
      inPlace.assertIs(y::get, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void multipliesByTheDerivative(Implementation implementation, Function function) {
    for (int size : SIZES) {
      Tensor x = values(size);
      Tensor v =
          Tensor.of(
              size,
              i ->
                  function.derivativeFromOutput()
                      ? Functions.apply(function, SLOPE, x.get(i))
                      : x.get(i));
      Tensor dy = Tensor.of(size, i -> i % 3 + 1);
      Tensor dx = Tensor.empty(size);
      Tensor inPlace = dy.copy();
      Kernels kernels = implementation.ready();
      kernels.activationGradient(
          function, SLOPE, v.segment(), v.at(), dy.segment(), dy.at(), dx.segment(), dx.at(), size);
      kernels.activationGradient(
          function,
          SLOPE,
          v.segment(),
          v.at(),
          inPlace.segment(),
          inPlace.at(),
          inPlace.segment(),
          inPlace.at(),
          size);
      for (int i = 0; i < size; i++) {
        float expected = (i % 3 + 1) * Functions.derivative(function, SLOPE, v.get(i));
        assertClose(dx.get(i), expected, function, v.get(i));
      }
      inPlace.assertIs(dx::get, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void letsNanThroughAndKeepsItsNeighbours(Implementation implementation, Function function) {
    Tensor x = Tensor.of(35, i -> i % 5 == 2 ? Double.NaN : 0.5);
    Tensor y = Tensor.empty(35);
    implementation
        .ready()
        .activation(function, SLOPE, x.segment(), x.at(), y.segment(), y.at(), 35);
    float half = Functions.apply(function, SLOPE, 0.5f);
    y.assertIs(i -> i % 5 == 2 ? Double.NaN : half, 1e-6);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void hasTheLimitAtInfinity(Implementation implementation, Function function) {
    Tensor x = Tensor.of(3, i -> i == 1 ? Double.POSITIVE_INFINITY : 1e30);
    Tensor y = Tensor.empty(3);
    implementation.ready().activation(function, SLOPE, x.segment(), x.at(), y.segment(), y.at(), 3);
    y.assertIs(i -> Functions.apply(function, SLOPE, x.get(i)), 1e-6);
  }

  private static void assertClose(float found, float expected, Function function, float at) {
    // Results in the subnormal range have few bits; there and beyond float's range nothing is
    // asked.
    double allowed = 4e-7 * Math.abs(expected) + 1e-37 + wobble(function, at);
    if (!Float.isInfinite(expected)) {
      assertThat((double) found).as("%s at %s", function, at).isCloseTo(expected, within(allowed));
    } else {
      assertThat(found).as("%s at %s", function, at).isEqualTo(expected);
    }
  }

  /** Derivatives that cross 0 have an absolute error there instead of a relative one. */
  private static double wobble(Function function, float at) {
    return function.derivativeFromOutput() ? 1e-7 : 2e-6 * Math.exp(-Math.abs(at) / 2);
  }
}
