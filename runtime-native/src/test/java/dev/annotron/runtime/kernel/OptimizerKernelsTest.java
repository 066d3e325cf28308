package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
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
