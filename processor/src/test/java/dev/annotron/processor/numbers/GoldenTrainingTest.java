package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.numbers.Golden.TrainingCase;
import dev.annotron.processor.numbers.Subject.Slope;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.runtime.FitOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole training runs: the loss of every batch, and the weights at the end. */
final class GoldenTrainingTest {
  /** How far, at most, rounding in double moves weights that have no gradient. */
  private static final double UNMOVED = 1e-9;

  /**
   * How far rounding in float may move them: the bias of a convolution before a batch normalisation
   * has the gradient 0 but for rounding, and Adam divides rounding by its own size. This is a tenth
   * of one step of the learning rate.
   */
  private static final double ASTRAY = 1e-3;

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @Test
  void interpreterAgrees() {
    Golden.run("training", "interpreter", cases(), GoldenTrainingTest::interpret);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void generatedCodeAgrees(Variant variant) {
    Map<String, TrainingCase> cases = cases();
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    cases.forEach((name, one) -> models.put(name, GoldenTrainings.network(one)));
    Map<String, Network> networks = Subjects.networks(models, variant);
    Golden.run(
        "training",
        variant,
        cases,
        one -> {
          Computed inParts = new Computed(networks.get(one.name()).create(0));
          train(one, inParts);
          Computed atOnce = new Computed(networks.get(one.name()).create(0));
          trainAtOnce(one, atOnce);
          assertThat(atOnce.bits()).as("one fit or many").isEqualTo(inParts.bits());
        });
  }

  private static Map<String, TrainingCase> cases() {
    List<TrainingCase> known = Golden.trainings().stream().filter(GoldenTrainings::knows).toList();
    Map<String, TrainingCase> cases = Subjects.byName(known, TrainingCase::name);
    assertThat(cases).hasSize(Golden.count("training"));
    return cases;
  }

  private static void interpret(TrainingCase one) {
    ModelSpec model = GoldenTrainings.network(one);
    Interpreted network = Interpreted.of(model, Variant.of(Compute.AUTO));
    ReferenceOptimizer optimizer = new ReferenceOptimizer(model, true);
    Map<String, double[]> weights = Golden.weights(one.weights());
    double[] losses = new double[one.batches()];
    for (int i = 0; i < losses.length; i++) {
      network.set(weights);
      Slope slope = network.differentiate(batches(one).get(i));
      losses[i] = slope.loss();
      Map<String, double[]> next = new LinkedHashMap<>(optimizer.step(weights, slope.gradients()));
      next.putAll(network.updates(batches(one).get(i), i + 1));
      weights = next;
    }
    Close.check("losses", losses, one.losses(), 1e-9);
    Close.check("weights", weights, Golden.weights(one.weights_after()), 1e-9);
  }

  private static void train(TrainingCase one, Computed network) {
    network.set(Golden.weights(one.weights()));
    double[] losses = batches(one).stream().mapToDouble(network::step).toArray();
    Close.check("first loss", losses[0], one.losses()[0], 1e-5);
    Close.check("losses", losses, one.losses(), 1e-4);
    Map<String, double[]> expected = new LinkedHashMap<>(Golden.weights(one.weights_after()));
    Map<String, double[]> found = new LinkedHashMap<>(network.weights());
    Golden.weights(one.weights())
        .forEach(
            (name, start) -> {
              if (Close.difference(start, Golden.known(expected.get(name), name)) < UNMOVED) {
                double[] still = Golden.known(found.remove(name), name);
                Close.checkWithin(name, still, expected.remove(name), ASTRAY);
              }
            });
    Close.check("weights", found, expected, 1e-4);
  }

  /** All batches as one epoch of one data set. */
  private static void trainAtOnce(TrainingCase one, Computed network) {
    network.set(Golden.weights(one.weights()));
    int rows = one.batches() * one.x().shape().get(1);
    Batch all = new Batch(one.x().data(), one.y().data(), rows);
    FitOptions options = new FitOptions().epochs(1).shuffle(false).verbose(0);
    network.model().fit(all.dataset(), options.batchSize(rows / one.batches()));
  }

  private static List<Batch> batches(TrainingCase one) {
    int rows = one.x().shape().get(1);
    return IntStream.range(0, one.batches())
        .mapToObj(i -> new Batch(part(one.x(), i), part(one.y(), i), rows))
        .toList();
  }

  private static double[] part(Golden.Tensor tensor, int batch) {
    int size = tensor.width();
    return Arrays.copyOfRange(tensor.data(), batch * size, (batch + 1) * size);
  }
}
