package dev.annotron.runtime.kernel;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent kernels against their formulas in double, and gradients against differences. */
class RecurrentKernelsTest {
  /** Rows, steps, units. */
  private static final int[][] SIZES = {{1, 1, 1}, {1, 4, 3}, {2, 3, 8}, {3, 2, 17}, {5, 5, 7}};

  /** So large that it is divided among threads. */
  private static final int[] LARGE = {37, 6, 131};

  private static final List<Function> FUNCTIONS =
      List.of(Function.TANH, Function.GELU, Function.LEAKY_RELU);

  private static final List<Function> RECURRENT_FUNCTIONS =
      List.of(Function.SIGMOID, Function.HARD_SIGMOID, Function.SILU);

  private static final double STEP = 1e-5;

  static Stream<Arguments> cells() {
    return Implementation.all()
        .flatMap(i -> Stream.of(RecurrentCell.values()).map(cell -> Arguments.of(i, cell)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void statesAreThoseOfTheFormulas(Implementation implementation, RecurrentCell cell) {
    each(cell, one -> states(implementation, one));
    states(
        implementation,
        RecurrentCase.of(cell, Function.TANH, Function.SIGMOID, LARGE, false, true));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void gradientsAreThoseOfDifferences(Implementation implementation, RecurrentCell cell) {
    each(cell, one -> gradients(implementation, one));
  }

  /** The gradients of two implementations, where differences would take too long. */
  @ParameterizedTest
  @MethodSource("cells")
  void largeGradientsAreThoseOfPlainJava(Implementation implementation, RecurrentCell cell) {
    RecurrentCase one = RecurrentCase.of(cell, Function.TANH, Function.SIGMOID, LARGE, false, true);
    Kernels plain = new JavaKernels();
    Tensor trace = one.trace(plain);
    Tensor expected = one.gradients(plain, trace);
    Tensor found = one.gradients(implementation.ready(), trace);
    found.assertIs(expected::get, 3e-5);
    one.kernelGradient(implementation.ready(), trace, expected)
        .assertIs(one.kernelGradient(plain, trace, expected)::get, 1e-4);
  }

  private static void each(RecurrentCell cell, Consumer<RecurrentCase> check) {
    for (int[] sizes : SIZES) {
      for (int i = 0; i < FUNCTIONS.size(); i++) {
        for (boolean last : new boolean[] {true, false}) {
          Function f = FUNCTIONS.get(i);
          Function s = RECURRENT_FUNCTIONS.get(i);
          check.accept(RecurrentCase.of(cell, f, s, sizes, last, false));
          check.accept(RecurrentCase.of(cell, f, s, sizes, last, true));
        }
      }
    }
  }

  private static void states(Implementation implementation, RecurrentCase one) {
    Tensor trace = one.trace(implementation.ready());
    int units = one.units();
    double[] expected =
        one.states(RecurrentCase.doubles(one.z()), RecurrentCase.doubles(one.weights()));
    Tensor.of(
            expected.length,
            i -> trace.get((i / units + 1) * one.cell().trace() * units - units + i % units))
        .assertIs(i -> expected[i], 1e-5);
    trace.assertIs(trace::get, 0);
  }

  private static void gradients(Implementation implementation, RecurrentCase one) {
    Kernels kernels = implementation.ready();
    Tensor trace = one.trace(kernels);
    Tensor g = one.gradients(kernels, trace);
    double[] z = RecurrentCase.doubles(one.z());
    double[] weights = RecurrentCase.doubles(one.weights());
    int columns = one.cell().gates() * one.units();
    int gradients = one.cell().gradients() * one.units();
    Tensor dz = Tensor.of(z.length, i -> g.get(i / columns * gradients + i % columns));
    dz.assertIs(i -> difference(one, z, i, z, weights), 2e-5);
    Tensor dKernel = one.kernelGradient(kernels, trace, g);
    dKernel.assertIs(i -> difference(one, weights, i, z, weights), 5e-5);
    g.assertIs(g::get, 0);
  }

  private static double difference(
      RecurrentCase one, double[] changed, int i, double[] z, double[] weights) {
    double kept = changed[i];
    changed[i] = kept + STEP;
    double above = one.projection(z, weights);
    changed[i] = kept - STEP;
    double below = one.projection(z, weights);
    changed[i] = kept;
    return (above - below) / (2 * STEP);
  }
}
