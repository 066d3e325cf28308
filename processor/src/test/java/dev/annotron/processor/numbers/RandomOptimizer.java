package dev.annotron.processor.numbers;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws an optimizer with some of its options, and what stands beside it. */
final class RandomOptimizer {
  private static final List<String> KINDS =
      List.of(
          "Sgd",
          "Adam",
          "AdamW",
          "RmsProp",
          "Adagrad",
          "Adadelta",
          "Adamax",
          "Nadam",
          "Lion",
          "Ftrl");

  private RandomOptimizer() {}

  static void draw(Random random, NetworkBuilder network) {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    Map<String, Object> values = new TreeMap<>(Annotations.defaults(kind));
    values.put("learningRate", kind.equals("Adadelta") ? 1.0 : 0.05);
    if (random.nextBoolean()) {
      values.replace("amsgrad", true);
      values.replace("momentum", 0.9);
      values.replace("l1RegularizationStrength", 0.02);
      values.replace("beta", 0.3);
    }
    if (random.nextBoolean()) {
      values.computeIfPresent("nesterov", (_, _) -> (double) values.get("momentum") > 0);
      values.replace("centered", true);
      values.replace("initialAccumulatorValue", 0.3);
      values.replace("learningRatePower", -0.7);
      values.replace("l2ShrinkageRegularizationStrength", 0.03);
    }
    network.optimizer(kind, values);
    beside(random, network, kind);
  }

  private static void beside(Random random, NetworkBuilder network, String kind) {
    switch (random.nextInt(6)) {
      case 0 -> network.beside("ClipValue", Map.of("value", 0.01));
      case 1 -> network.beside("ClipNorm", Map.of("value", 0.05));
      case 2 -> network.beside("GlobalClipNorm", Map.of("value", 0.1));
      default -> {
        // Gradients as they are.
      }
    }
    if (!kind.equals("AdamW") && random.nextInt(4) == 0) {
      network.beside("WeightDecay", Map.of("value", 0.1));
    }
    if (random.nextInt(6) == 0) {
      network.beside("Ema", Map.of("momentum", 0.9, "overwriteFrequency", random.nextInt(2)));
    }
    if (random.nextInt(6) == 0) {
      network.beside("GradientAccumulation", Map.of("value", 2));
    }
  }
}
