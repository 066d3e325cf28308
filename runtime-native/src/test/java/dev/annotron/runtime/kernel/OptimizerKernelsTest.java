package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One step of each rule against its formula in double. */
class OptimizerKernelsTest {
  private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 31, 33, 67, 131, 2500, 256_017};

  /** Relative to values above 1; rules with a difference that cancels are less exact. */
  private static double tolerance(UpdateRule rule) {
    return rule == UpdateRule.FTRL || rule == UpdateRule.RMSPROP_CENTERED ? 1e-5 : 3e-6;
  }

  static Stream<Arguments> rules() {
    return Implementation.all()
        .flatMap(i -> Stream.of(UpdateRule.values()).map(rule -> Arguments.of(i, rule)));
  }

  /** The memory of a tensor alone: optimizers start at index 0. */
  private static MemorySegment whole(Tensor tensor) {
    return tensor.segment().asSlice(4 * tensor.at(), 4L * tensor.size());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyWeightTakesTheStepOfTheFormula(Implementation implementation, UpdateRule rule) {
    for (int count : SIZES) {
      for (float[] numbers : StepFormulas.numbers(rule)) {
        Tensor w = Tensor.random(count, 1);
        Tensor g = Tensor.random(count, 2);
        Tensor state = state(rule, count);
        Expected expected = expected(rule, w, g, state, numbers);
        step(implementation, rule, w, g, state, numbers);
        w.assertIs(i -> expected.weights()[i], tolerance(rule));
        state.assertIs(i -> expected.state()[i], tolerance(rule));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nanGradientsReachTheirWeightsAlone(Implementation implementation, UpdateRule rule) {
    for (int count : SIZES) {
      Tensor w = Tensor.of(count, _ -> 1);
      Tensor g = Tensor.of(count, i -> i == count - 1 ? Double.NaN : 0.5);
      Tensor state = state(rule, count);
      float[] numbers = StepFormulas.numbers(rule).getFirst();
      double[] expected = expected(rule, w, g, state, numbers).weights();
      step(implementation, rule, w, g, state, numbers);
      w.assertIs(i -> i == count - 1 ? Double.NaN : expected[i], tolerance(rule));
    }
  }

  static Stream<Arguments> rulesWithRoots() {
    return rules().filter(a -> StepFormulas.hasRoot((UpdateRule) a.get()[1]));
  }

  /** Roots and quotients of the smallest and of the largest numbers, and of 0. */
  @ParameterizedTest
  @MethodSource("rulesWithRoots")
  void firstStepsAreRightWhateverTheSizeOfAGradient(
      Implementation implementation, UpdateRule rule) {
    firstSteps(implementation, rule, 0, 1e-30, -1e-18, 1e-15, 1e-7, -1e-3, 1, 1e5, -1e12, 1e18);
  }

  /** The largest gradients whose squares and sums of them, with those before, are finite. */
  @ParameterizedTest
  @MethodSource("rulesWithRoots")
  void rootsOfTheLargestSquares(Implementation implementation, UpdateRule rule) {
    firstSteps(implementation, rule, 1.7e19, 1.8e19, -1.84e19);
  }

  /** Adamax divides by a gradient's size, whose reciprocal may be subnormal. */
  @ParameterizedTest
  @MethodSource("implementations")
  void adamaxDividesByTheLargestNumbers(Implementation implementation) {
    firstSteps(implementation, UpdateRule.ADAMAX, 8e37, -9e37, 1e38, 3.4e38, -2e38, 1e-30, 0);
  }

  private static void firstSteps(
      Implementation implementation, UpdateRule rule, double... gradients) {
    float[] numbers = StepFormulas.numbers(rule).getFirst();
    Tensor w = Tensor.of(gradients.length, _ -> 0);
    Tensor g = Tensor.of(gradients.length, i -> gradients[i]);
    Tensor state = Tensor.of(rule.slots() * gradients.length, _ -> 0);
    double[] expected = expected(rule, w, g, state, numbers).weights();
    step(implementation, rule, w, g, state, numbers);
    for (int i = 0; i < gradients.length; i++) {
      assertThat((double) w.get(i))
          .as("after a gradient of %s", gradients[i])
          .isCloseTo(expected[i], within(2e-6 * Math.abs(expected[i])));
    }
  }

  /** What is infinite when squared moves nothing, and a negative root is none. */
  @ParameterizedTest
  @MethodSource("implementations")
  void rootsOfWhatHasNone(Implementation implementation) {
    float[] numbers = StepFormulas.numbers(UpdateRule.ADAM).getFirst();
    Tensor w = Tensor.of(3, _ -> 1);
    Tensor g = Tensor.of(3, i -> i == 0 ? 3e25 : 0);
    Tensor state = Tensor.of(6, i -> i == 4 ? -1 : 0);
    step(implementation, UpdateRule.ADAM, w, g, state, numbers);
    w.assertIs(i -> i == 1 ? Double.NaN : 1, 0);
  }

  /** A dense layer in the middle of the weights. */
  private record Layer(int at, int rows, int in, int units) {}

  /**
   * A step goes by where threads made the gradients, of one sample, by inputs and by samples, with
   * others between them; some lie where a network of before had its own, one across the end.
   */
  @ParameterizedTest
  @MethodSource("implementations")
  void everyWeightTakesOneStepWhoeverMadeItsGradient(Implementation implementation) {
    int count = 560_000;
    Tensor g = Tensor.random(count + 100_000, 2);
    Kernels kernels = implementation.ready();
    List<Layer> layers =
        List.of(
            new Layer(1000, 32, 300, 300),
            new Layer(90_000, 33, 200, 111),
            new Layer(91_000, 32, 512, 501),
            new Layer(400_003, 1, 401, 333),
            new Layer(540_000, 4000, 100, 100),
            new Layer(550_000, 32, 200, 100));
    for (Layer layer : layers) {
      Tensor x = Tensor.random(layer.rows() * layer.in(), 4);
      Tensor dy = Tensor.random(layer.rows() * layer.units(), 5);
      kernels.denseKernelGradient(
          x.segment(),
          x.at(),
          dy.segment(),
          dy.at(),
          g.segment(),
          g.at() + layer.at(),
          layer.rows(),
          layer.in(),
          layer.units());
    }
    Tensor first = Tensor.of(count, g::get);
    Tensor w = Tensor.random(count, 1);
    Tensor state = state(UpdateRule.ADAM, count);
    float[] numbers = StepFormulas.numbers(UpdateRule.ADAM).getFirst();
    Expected expected = expected(UpdateRule.ADAM, w, first, state, numbers);
    step(implementation, UpdateRule.ADAM, w, g, state, numbers);
    w.assertIs(i -> expected.weights()[i], tolerance(UpdateRule.ADAM));
    state.assertIs(i -> expected.state()[i], tolerance(UpdateRule.ADAM));
  }

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  private static void step(
      Implementation implementation,
      UpdateRule rule,
      Tensor w,
      Tensor g,
      Tensor state,
      float[] numbers) {
    float[] n = Arrays.copyOf(numbers, 5);
    implementation
        .ready()
        .step(rule, whole(w), whole(g), whole(state), w.size(), n[0], n[1], n[2], n[3], n[4]);
  }

  /** Above 0, and apart from each other so that no difference of them cancels. */
  private static Tensor state(UpdateRule rule, int count) {
    Tensor random = Tensor.random(rule.slots() * count, 3);
    return Tensor.of(random.size(), i -> 0.3 + Math.abs(random.get(i)) / (1 + i / count * 9));
  }

  private record Expected(double[] weights, double[] state) {}

  private static Expected expected(
      UpdateRule rule, Tensor w, Tensor g, Tensor state, float[] numbers) {
    int count = w.size();
    double[] weights = new double[count];
    double[] after = new double[state.size()];
    for (int i = 0; i < count; i++) {
      double[] slots = new double[rule.slots()];
      for (int slot = 0; slot < slots.length; slot++) {
        slots[slot] = state.get(slot * count + i);
      }
      weights[i] = StepFormulas.step(rule, w.get(i), g.get(i), slots, numbers);
      for (int slot = 0; slot < slots.length; slot++) {
        after[slot * count + i] = slots[slot];
      }
    }
    return new Expected(weights, after);
  }
}
