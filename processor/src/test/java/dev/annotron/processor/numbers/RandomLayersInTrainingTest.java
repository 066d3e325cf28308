package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.plan.Compute;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Model;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout and noise: there in training, not elsewhere, and the same for a seed. */
final class RandomLayersInTrainingTest {
  private static final int ROWS = 40;

  static Stream<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void predictionIsThatOfTheNetworkWithout(Variant variant) {
    Model with = Workshop.network(network(0.5, 0.3).build(), variant).create(1);
    Model without = Workshop.network(network(0, 0).build(), variant).create(1);
    float[][] x = batch().inputs();
    assertThat(with.predict(x)).isDeepEqualTo(without.predict(x));
    assertThat(with.evaluate(batch().dataset()).loss())
        .isEqualTo(without.evaluate(batch().dataset()).loss());
    assertThat(with.gradients(batch().dataset()).loss())
        .isNotEqualTo(without.gradients(batch().dataset()).loss());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void stepsDifferAndSeedsDecide(Variant variant) {
    Network network = Workshop.network(network(0.5, 0.3).sgd(1e-30).build(), variant);
    Model model = network.create(5);
    // The weights stay as they are: only what is random changes the loss.
    double[] losses = losses(model);
    assertThat(Arrays.stream(losses).distinct().count()).isEqualTo(losses.length);
    assertThat(losses(network.create(5))).isEqualTo(losses);
    assertThat(losses(network.create(6))).isNotEqualTo(losses);
  }

  @Test
  void layersOfOneNetworkDropOtherValues() {
    NetworkBuilder twice =
        new NetworkBuilder("Twice")
            .input("x", 64)
            .layer("first", "Dropout", Map.of("value", 0.5))
            .layer("second", "Dropout", Map.of("value", 0.5))
            .loss(Loss.MEAN_SQUARED_ERROR);
    Model model = Workshop.network(twice.build(), Variant.of(Compute.LOOP)).create(1);
    double[] ones = new double[64 * ROWS];
    Arrays.fill(ones, 1);
    // Of 1 through both, 4 is left with a chance of 1/4 if they are independent, and 1/2 if not;
    // the squared error is then 9 or 1.
    double loss = model.gradients(new Batch(ones, ones, ROWS).dataset()).loss();
    assertThat(loss).isBetween(2.7, 3.3);
  }

  private static double[] losses(Model model) {
    FitOptions options = new FitOptions().epochs(6).batchSize(ROWS).shuffle(false).verbose(0);
    return model.fit(batch().dataset(), options).values("loss");
  }

  private static NetworkBuilder network(double rate, double deviation) {
    return new NetworkBuilder("Chance")
        .input("x", 7)
        .dense("hidden", 9, Activation.TANH)
        .layer("dropped", "Dropout", Map.of("value", rate))
        .layer("noisy", "GaussianNoise", Map.of("value", deviation))
        .dense("y", 2, Activation.LINEAR)
        .loss(Loss.MEAN_SQUARED_ERROR);
  }

  private static Batch batch() {
    double[] x = new java.util.Random(3).doubles(7 * ROWS, -1, 1).toArray();
    double[] y = new java.util.Random(4).doubles(2 * ROWS, -1, 1).toArray();
    return new Batch(Batch.rounded(x), Batch.rounded(y), ROWS);
  }
}
