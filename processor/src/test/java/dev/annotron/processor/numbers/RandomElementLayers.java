package dev.annotron.processor.numbers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Layers that look at each value by itself and keep the shape. */
final class RandomElementLayers {
  static final List<RandomLayer> ALL =
      List.of(
          RandomElementLayers::dropout,
          RandomElementLayers::spatialDropout,
          RandomElementLayers::noise,
          RandomElementLayers::prelu,
          RandomElementLayers::rescaling,
          RandomElementLayers::lambda);

  private RandomElementLayers() {}

  private static Optional<List<Integer>> dropout(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    network.layer(name, "Dropout", Map.of("value", random.nextInt(4) * 0.2), input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> spatialDropout(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int axes = shape.size() - 1;
    if (axes != 1 && axes != 2) {
      return Optional.empty();
    }
    network.layer(name, "SpatialDropout" + axes + "D", Map.of("value", 0.3), input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> noise(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    network.layer(name, "GaussianNoise", Map.of("value", random.nextInt(3) * 0.1), input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> prelu(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    List<Integer> shared =
        IntStream.rangeClosed(1, shape.size()).filter(_ -> random.nextBoolean()).boxed().toList();
    network.layer(name, "PRelu", Map.of("sharedAxes", shared), input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> rescaling(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    network.layer(
        name,
        "Rescaling",
        Map.of("scale", random.nextInt(5) * 0.5 - 1.25, "offset", random.nextInt(3) * 0.5),
        input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> lambda(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    network.layer(name, "Lambda", OwnFunction.ATTRIBUTES, input);
    return Optional.of(shape);
  }
}
