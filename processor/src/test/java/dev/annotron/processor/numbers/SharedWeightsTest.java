package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.processor.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that use the weights of others, and layers whose weights stay. */
final class SharedWeightsTest {
  private static final double TOLERANCE = 1e-5;
  private static final Batch BATCH =
      new Batch(
          new double[] {0.5, -1, 0.25, 2, 1, -0.5, -2, 0.75, 1.5, 0.125, -1, 1},
          new double[] {1, 0, -1, 0.5, 2, 0},
          2);

  /**
   * Three layers, each of which reads the one before; {@code shared} ones use the first weights.
   */
  private static NetworkBuilder chain(String name, boolean shared) {
    NetworkBuilder network = new NetworkBuilder(name).input("x", 2, 3).flatten("flat");
    network.dense("stem", 3, Activation.TANH);
    network.dense("a", 3, Activation.TANH).dense("b", 3, Activation.SIGMOID);
    if (shared) {
      network.shared("a");
    }
    network.dense("c", 3, Activation.LINEAR);
    return shared ? network.shared("b") : network;
  }

  private static Map<String, double[]> weights(String... layers) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    weights.put("stem/kernel", RandomData.fill(18, 7));
    weights.put("stem/bias", RandomData.fill(3, 8));
    for (String layer : layers) {
      weights.put(layer + "/kernel", RandomData.fill(9, 9));
      weights.put(layer + "/bias", RandomData.fill(3, 10));
    }
    return weights;
  }

  private static Computed computed(ModelSpec model, Variant variant) {
    Workshop workshop = new Workshop();
    Workshop.Order order = workshop.order(model, variant);
    return new Computed(workshop.open().network(order, variant).create(1));
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void gradientOfSharedWeightsIsTheSumOverTheirUses(Variant variant) {
    Computed shared = computed(chain("SharedChain", true).build(), variant);
    Computed apart = computed(chain("ApartChain", false).build(), variant);
    assertThat(shared.weights()).containsOnlyKeys(weights("a").keySet());
    shared.set(weights("a"));
    apart.set(weights("a", "b", "c"));

    assertThat(shared.predict(BATCH)).containsExactly(apart.predict(BATCH));
    Subject.Slope found = shared.differentiate(BATCH);
    Map<String, double[]> each = apart.differentiate(BATCH).gradients();
    for (String role : new String[] {"/kernel", "/bias"}) {
      double[] sum = each.get("a" + role).clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += each.get("b" + role)[i] + each.get("c" + role)[i];
      }
      Close.check(role, found.gradients().get("a" + role), sum, TOLERANCE);
    }
    Close.check("stem", found.gradients().get("stem/kernel"), each.get("stem/kernel"), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void frozenWeightsStayAndHaveNoGradient(Variant variant) {
    NetworkBuilder frozen = new NetworkBuilder("FrozenChain").input("x", 2, 3).flatten("flat");
    frozen.dense("stem", 3, Activation.TANH).frozen();
    frozen.dense("a", 3, Activation.TANH);
    frozen.dense("b", 3, Activation.SIGMOID).frozen().dense("c", 3, Activation.LINEAR);
    Computed network = computed(frozen.build(), variant);
    Computed free = computed(chain("FreeChain", false).build(), variant);
    network.set(weights("a", "b", "c"));
    free.set(weights("a", "b", "c"));

    Map<String, double[]> found = network.differentiate(BATCH).gradients();
    Map<String, double[]> all = free.differentiate(BATCH).gradients();
    assertThat(found).containsOnlyKeys("a/kernel", "a/bias", "c/kernel", "c/bias");
    found.forEach((name, gradient) -> Close.check(name, gradient, all.get(name), TOLERANCE));

    Map<String, double[]> before = network.weights();
    network.step(BATCH);
    free.step(BATCH);
    network
        .weights()
        .forEach(
            (name, after) -> {
              boolean stays = name.startsWith("stem") || name.startsWith("b/");
              Close.check(name, after, stays ? before.get(name) : free.weights().get(name), 1e-5);
              assertThat(after).as(name).matches(w -> stays == same(w, before.get(name)));
            });
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void frozenBatchNormalisationComputesAsInPrediction(Variant variant) {
    NetworkBuilder model = new NetworkBuilder("FrozenNorm").input("x", 2, 3).flatten("flat");
    model.dense("stem", 3, Activation.TANH);
    model
        .layer(
            "norm",
            "BatchNorm",
            Map.of("momentum", 0.9, "epsilon", 1e-3, "center", true, "scale", true))
        .frozen();
    Computed network = computed(model.dense("c", 3, Activation.LINEAR).build(), variant);
    Map<String, double[]> before = network.weights();

    double training = network.differentiate(BATCH).loss();
    assertThat(training).isEqualTo(network.model().evaluate(BATCH.dataset()).loss());
    assertThat(network.differentiate(BATCH).gradients())
        .containsOnlyKeys("stem/kernel", "stem/bias", "c/kernel", "c/bias");
    network.step(BATCH);
    network
        .weights()
        .forEach(
            (name, after) -> {
              boolean stays = name.startsWith("norm/");
              assertThat(after).as(name).matches(w -> stays == same(w, before.get(name)));
            });
  }

  @ParameterizedTest
  @MethodSource("dev.annotron.processor.numbers.Variant#all")
  void sharedStatisticsMoveOnceForEachUse(Variant variant) {
    Map<String, Object> norm =
        Map.of("momentum", 0.75, "epsilon", 1e-3, "center", false, "scale", false);
    NetworkBuilder model = new NetworkBuilder("SharedNorm").input("x", 1).input("y", 1);
    model.layer("a", "BatchNorm", norm, "x").layer("b", "BatchNorm", norm, "y").shared("a");
    model.add("sum", "a", "b").dense("c", 1, Activation.LINEAR);
    Computed network = computed(model.build(), variant);
    network.step(new Batch(new double[] {1, 10, 3, 30}, new double[] {0, 1}, 2));

    double first = 0.25 * 2;
    double second = 0.75 * first + 0.25 * 20;
    Close.check("mean", network.weights().get("a/movingMean"), new double[] {second}, TOLERANCE);
  }

  private static boolean same(double[] a, double[] b) {
    return java.util.Arrays.equals(a, b);
  }
}
