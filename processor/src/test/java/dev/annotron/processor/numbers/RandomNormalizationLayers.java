package dev.annotron.processor.numbers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Layers that normalise. Their epsilons are large, so that nothing is divided by next to nothing.
 */
final class RandomNormalizationLayers {
  static final List<RandomLayer> ALL =
      List.of(
          RandomNormalizationLayers::batchNorm,
          RandomNormalizationLayers::layerNorm,
          RandomNormalizationLayers::rmsNorm,
          RandomNormalizationLayers::groupNorm);

  private static final double EPSILON = 0.1;

  private RandomNormalizationLayers() {}

  private static Optional<List<Integer>> batchNorm(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    return normalization(network, random, name, "BatchNorm", Map.of("momentum", 0.9), input, shape);
  }

  private static Optional<List<Integer>> layerNorm(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    return normalization(network, random, name, "LayerNorm", Map.of(), input, shape);
  }

  private static Optional<List<Integer>> rmsNorm(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    network.layer(name, "RmsNorm", Map.of("epsilon", EPSILON), input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> groupNorm(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int channels = shape.getLast();
    int groups = channels % 3 == 0 ? 3 : channels % 2 == 0 ? 2 : -1;
    return normalization(
        network, random, name, "GroupNorm", Map.of("groups", groups), input, shape);
  }

  private static Optional<List<Integer>> normalization(
      NetworkBuilder network,
      Random random,
      String name,
      String kind,
      Map<String, ?> own,
      String input,
      List<Integer> shape) {
    Map<String, Object> attributes = new HashMap<>(own);
    attributes.put("epsilon", EPSILON);
    attributes.put("center", random.nextBoolean());
    attributes.put("scale", random.nextBoolean());
    network.layer(name, kind, attributes, input);
    return Optional.of(shape);
  }
}
