package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.numbers.Golden.OptimizerCase;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps of the optimizers with given gradients. In generated code they come from a network that
 * gives its kernel as its output: for the target {@code w − g · n / 2} the mean squared error has
 * the gradient {@code g}.
 */
final class GoldenOptimizersTest {
  private static final String KERNEL = "d/kernel";

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @Test
  void referenceAgrees() {
    Golden.run("optimizers", "reference in double", cases(), GoldenOptimizersTest::reference);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void generatedCodeAgrees(Variant variant) {
    Map<String, OptimizerCase> cases = cases();
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    cases.forEach((name, one) -> models.put(name, network(one)));
    Subjects subjects = Subjects.generated(variant);
    Map<String, Subject> made = subjects.of(models);
    Golden.run(
        "optimizers",
        subjects,
        cases,
        one -> check(one, (Computed) made.get(one.name()), subjects.tolerance()));
  }

  private static Map<String, OptimizerCase> cases() {
    Map<String, OptimizerCase> cases = Subjects.byName(Golden.optimizers(), OptimizerCase::name);
    assertThat(cases).hasSize(Golden.count("optimizers"));
    return cases;
  }

  private static ModelSpec network(OptimizerCase one) {
    NetworkBuilder network =
        new NetworkBuilder("Golden")
            .input("x", 1)
            .dense("d", one.start().data().length, Activation.LINEAR, false);
    return Golden.optimizer(network, one).build();
  }

  private static void reference(OptimizerCase one) {
    ReferenceOptimizer optimizer = new ReferenceOptimizer(network(one), true);
    Map<String, double[]> weights = Map.of(KERNEL, one.start().data());
    for (int step = 0; step < one.gradients().rows(); step++) {
      weights = optimizer.step(weights, Map.of(KERNEL, row(one.gradients(), step)));
      Close.check("step " + step, weights.get(KERNEL), row(one.trajectory(), step), 1e-9);
    }
  }

  private static void check(OptimizerCase one, Computed network, double tolerance) {
    network.set(Map.of(KERNEL, one.start().data()));
    for (int step = 0; step < one.gradients().rows(); step++) {
      double[] target = network.weights().get(KERNEL);
      double[] gradient = row(one.gradients(), step);
      for (int i = 0; i < target.length; i++) {
        target[i] -= gradient[i] * target.length / 2;
      }
      network.step(new Batch(new double[] {1}, target, 1));
      double[] found = network.weights().get(KERNEL);
      Close.check("step " + step, found, row(one.trajectory(), step), tolerance);
    }
  }

  private static double[] row(Golden.Tensor tensor, int row) {
    int width = tensor.width();
    return Arrays.copyOfRange(tensor.data(), row * width, (row + 1) * width);
  }
}
