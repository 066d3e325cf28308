package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.numbers.Golden.TrainingCase;
import dev.annotron.processor.numbers.Subject.Slope;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.Evaluation;
import dev.annotron.runtime.FitOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole training runs with what stands around the layers: weights of samples and of classes, masks,
 * penalties of results, constraints, and smoothed class numbers.
 */
final class GoldenFittingTest {

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @Test
  void interpreterAgrees() {
    Golden.run("fitting", "interpreter", cases(), GoldenFittingTest::interpret);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void generatedCodeAgrees(Variant variant) {
    Map<String, TrainingCase> cases = cases();
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    cases.forEach((name, one) -> models.put(name, GoldenFittings.network(one)));
    Map<String, Network> networks = Subjects.networks(models, variant);
    Golden.run(
        "fitting",
        variant,
        cases,
        one -> train(one, new Computed(networks.get(one.name()).create(0))));
  }

  private static Map<String, TrainingCase> cases() {
    Map<String, TrainingCase> cases = Subjects.byName(Golden.fittings(), TrainingCase::name);
    assertThat(cases).hasSize(Golden.count("fitting"));
    return cases;
  }

  private static void interpret(TrainingCase one) {
    ModelSpec model = GoldenFittings.network(one);
    Interpreted network = Interpreted.of(model, Variant.of(Compute.AUTO));
    ReferenceOptimizer optimizer = new ReferenceOptimizer(model, true);
    Map<String, double[]> weights = Golden.weights(one.weights());
    double[] losses = new double[one.batches()];
    for (int i = 0; i < losses.length; i++) {
      network.set(weights);
      Slope slope = network.differentiate(batch(one, i, true));
      losses[i] = slope.loss();
      weights = optimizer.step(weights, slope.gradients());
    }
    Close.check("losses", losses, one.losses(), 1e-9);
    Close.check("weights", weights, Golden.weights(one.weights_after()), 1e-9);
  }

  private static void train(TrainingCase one, Computed network) {
    network.set(Golden.weights(one.weights()));
    FitOptions options = new FitOptions().epochs(1).shuffle(false).verbose(0);
    if (one.class_weights() != null) {
      options = options.classWeights(one.class_weights());
    }
    double[] losses = new double[one.batches()];
    for (int i = 0; i < losses.length; i++) {
      Batch batch = batch(one, i, false);
      if (one.metric() != null) {
        Evaluation found = network.model().evaluate(batch.dataset());
        double value = found.metrics().values().iterator().next();
        Close.check("metric", value, one.metric()[i], 1e-5);
        Close.check("evaluated loss", found.loss(), one.losses()[i], 1e-4);
      }
      losses[i] =
          network.model().fit(batch.dataset(), options.batchSize(batch.rows())).last("loss");
    }
    Close.check("losses", losses, one.losses(), 1e-4);
    Close.check("weights", network.weights(), Golden.weights(one.weights_after()), 1e-4);
  }

  /** A batch of a case, with the weights of its samples, or also with those of their classes. */
  private static Batch batch(TrainingCase one, int index, boolean ofClasses) {
    int rows = one.x().shape().get(1);
    double[] y = part(one.y(), index);
    double[] weights = new Batch(y, y, rows).weights();
    if (one.sample_weights() != null) {
      weights = part(one.sample_weights(), index);
    }
    int columns = y.length / rows;
    for (int row = 0; ofClasses && one.class_weights() != null && row < rows; row++) {
      int label = label(Arrays.copyOfRange(y, row * columns, (row + 1) * columns));
      weights[row] = one.class_weights().getOrDefault(label, 1.0);
    }
    return new Batch(part(one.x(), index), y, weights, rows);
  }

  private static int label(double[] target) {
    int largest = 0;
    for (int i = 0; i < target.length; i++) {
      largest = target[i] > target[largest] ? i : largest;
    }
    return target.length == 1 ? (int) target[0] : largest;
  }

  private static double[] part(Golden.Tensor tensor, int batch) {
    int size = tensor.width();
    return Arrays.copyOfRange(tensor.data(), batch * size, (batch + 1) * size);
  }
}
