package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.runtime.FitOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * When what stands beside an optimizer takes effect over several steps. Every step's gradient is 1:
 * of the mean squared error, with the target {@code w − 1/2} for the prediction {@code w}.
 */
final class TrainingModifiersTest {
  private static final String KERNEL = "d/kernel";
  private static final Offset<Double> EXACT = Offset.offset(1e-6);
  private NetworkBuilder builder;

  @BeforeEach
  void network() {
    builder =
        new NetworkBuilder("Stepped")
            .input("x", 1)
            .dense("d", 1, Activation.LINEAR, false)
            .sgd(0.5);
  }

  @Test
  void aScheduleGoesByStepsOverSeveralFits() {
    builder.beside(
        "PiecewiseConstantDecay",
        Map.of("boundaries", List.of(0, 2), "values", List.of(0.1, 0.01, 0.001)));
    assertMoves(steps(5), 0.1, 0.01, 0.01, 0.001, 0.001);
  }

  @Test
  void aScheduleGoesByStepsOfSeveralBatches() {
    builder.beside("GradientAccumulation", Map.of("value", 2));
    builder.beside(
        "PiecewiseConstantDecay", Map.of("boundaries", List.of(0), "values", List.of(0.1, 0.01)));
    assertMoves(steps(6), 0, 0.1, 0, 0.01, 0, 0.01);
  }

  @Test
  void theOptionsRateTakesThePlaceOfASchedule() {
    builder.beside(
        "PiecewiseConstantDecay", Map.of("boundaries", List.of(0), "values", List.of(0.1, 0.01)));
    Computed network = network(builder);
    network.model().fit(batch(network).dataset(), new FitOptions().learningRate(0.3).verbose(0));
    assertThat(weight(network)).isCloseTo(1 - 0.3, EXACT);
  }

  @Test
  void oneCycleRisesAndFalls() {
    Map<String, Object> cycle = new TreeMap<>(Annotations.defaults("OneCycle"));
    cycle.putAll(Map.of("maxLearningRate", 1.0, "totalSteps", 4, "pctStart", 0.5));
    builder.beside("OneCycle", cycle);
    double end = 0.04 / 1e4;
    assertMoves(steps(6), 0.04, 0.52, 1, end + (1 - end) / 2, end, end);
  }

  /** The average of the weights after each step, of which the first is the first average. */
  @Test
  void theAverageTakesTheWeightsPlaceWhenFitEnds() {
    builder.sgd(0.25).beside("Ema", Map.of("momentum", 0.75, "overwriteFrequency", 0));
    Computed network = network(builder);
    network.model().fit(batches(3), new FitOptions().batchSize(1).shuffle(false).verbose(0));
    // The target is 0 now: w halves with a gradient of 2 w and the rate 1/4.
    assertThat(weight(network)).isCloseTo((0.5 * 0.75 + 0.25 * 0.25) * 0.75 + 0.125 * 0.25, EXACT);
  }

  @Test
  void theAverageTakesTheWeightsPlaceWithinFit() {
    builder.sgd(0.25).beside("Ema", Map.of("momentum", 0.75, "overwriteFrequency", 2));
    Computed network = network(builder);
    network.model().fit(batches(3), new FitOptions().batchSize(1).shuffle(false).verbose(0));
    double second = 0.5 * 0.75 + 0.25 * 0.25;
    assertThat(weight(network)).isCloseTo(second * 0.75 + second / 2 * 0.25, EXACT);
  }

  @Test
  void withoutAStepThereIsNoAverage() {
    builder.beside("Ema", Map.of("momentum", 0.75, "overwriteFrequency", 0));
    builder.beside("GradientAccumulation", Map.of("value", 2));
    assertMoves(steps(1), 0);
  }

  private static dev.annotron.runtime.Dataset batches(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return new Batch(ones, new double[count], count).dataset();
  }

  private static Computed network(NetworkBuilder builder) {
    Variant variant = Variant.of(dev.annotron.processor.plan.Compute.AUTO);
    Computed network = new Computed(Workshop.network(builder.build(), variant).create(0));
    network.set(Map.of(KERNEL, new double[] {1}));
    return network;
  }

  /** How far the weight moves in each step, with a fit of its own. */
  private double[] steps(int count) {
    Computed network = network(builder);
    double[] moves = new double[count];
    for (int i = 0; i < count; i++) {
      double before = weight(network);
      network.step(batch(network));
      moves[i] = before - weight(network);
    }
    return moves;
  }

  private static Batch batch(Computed network) {
    return new Batch(new double[] {1}, new double[] {weight(network) - 0.5}, 1);
  }

  private static double weight(Computed network) {
    return network.weights().get(KERNEL)[0];
  }

  private static void assertMoves(double[] found, double... expected) {
    assertThat(found).containsExactly(expected, EXACT);
  }
}
