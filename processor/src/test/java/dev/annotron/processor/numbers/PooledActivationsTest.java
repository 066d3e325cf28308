package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.optimize.Passes;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.spec.ModelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Activations before max-pooling, whose derivatives are taken at the pool's results. */
final class PooledActivationsTest {
  private static final double EXACT = 1e-9;
  private static final double FORWARD = 2e-6;
  private static final double BACKWARD = 2e-5;

  /** Of results with and without a corner, and of arguments. */
  private static final List<Activation> FUNCTIONS =
      List.of(Activation.RELU, Activation.TANH, Activation.ELU, Activation.SILU);

  /** Windows side by side, with gaps, and over each other. */
  private static final List<Map<String, Object>> WINDOWS =
      List.of(windows(2, 2, "VALID"), windows(2, 3, "SAME"), windows(3, 1, "SAME"));

  private static Map<String, Object> windows(int size, int strides, String padding) {
    return Map.of("poolSize", List.of(size), "strides", List.of(strides), "padding", padding);
  }

  private static Map<String, Object> convolution(Activation function) {
    Map<String, Object> values = new HashMap<>();
    values.put("filters", 4);
    values.put("kernelSize", List.of(2));
    values.put("strides", List.of(1));
    values.put("padding", "VALID");
    values.put("pad", List.of());
    values.put("dilationRate", List.of(1));
    values.put("groups", 1);
    values.put("activation", function.name());
    values.put("useBias", true);
    return values;
  }

  private static ModelSpec completed(NetworkBuilder network) {
    network.flatten("flat").dense("y", 2, Activation.LINEAR);
    return network.loss(Loss.MEAN_SQUARED_ERROR).sgd(0.1).build();
  }

  /** One pool, and a chain of three. */
  private static List<ModelSpec> networks() {
    List<ModelSpec> networks = new ArrayList<>();
    for (Activation function : FUNCTIONS) {
      for (Map<String, Object> windows : WINDOWS) {
        NetworkBuilder network =
            new NetworkBuilder("Pooled" + networks.size())
                .input("x", 9, 10, 3)
                .layer("mixed", "Conv2D", convolution(function))
                .layer("pool", "MaxPool2D", windows);
        networks.add(completed(network));
        NetworkBuilder chain =
            new NetworkBuilder("Pooled" + networks.size())
                .input("x", 9, 10, 3)
                .layer("mixed", "Conv2D", convolution(function))
                .layer("pool", "MaxPool2D", windows)
                .activate("active", Activation.TANH)
                .layer("again", "MaxPool2D", windows)
                .activate("last", function)
                .layer("more", "MaxPool2D", windows);
        networks.add(completed(chain));
      }
    }
    return networks;
  }

  @Test
  void gradientsAreThoseWithoutPasses() {
    Workshop workshop = new Workshop();
    Variant variant = Variant.of(Compute.AUTO);
    List<ModelSpec> models = networks();
    List<Workshop.Order> orders = models.stream().map(m -> workshop.order(m, variant)).toList();
    Workshop.Loaded loaded = workshop.open();
    for (int i = 0; i < models.size(); i++) {
      RandomData data = RandomData.of(models.get(i), i);
      Results expected =
          Results.of(interpreted(models.get(i), variant.without(Passes.names()), data), data);
      Results.of(interpreted(models.get(i), variant, data), data)
          .check("interpreted " + i, expected, EXACT, EXACT);
      Computed computed = new Computed(loaded.network(orders.get(i), variant).create(1));
      computed.set(data.weights());
      Results results = Results.of(computed, data);
      results.check("network " + i, expected, FORWARD, BACKWARD);
      assertThat(Close.magnitude(results.gradients().get("mixed/kernel"))).isPositive();
    }
  }

  private static Interpreted interpreted(ModelSpec model, Variant variant, RandomData data) {
    Interpreted network = Interpreted.of(model, variant);
    network.set(data.weights());
    return network;
  }
}
