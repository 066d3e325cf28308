package dev.annotron.processor.numbers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Layers that move values and change none. */
final class RandomShapeLayers {
  static final List<RandomLayer> ALL =
      List.of(
          RandomShapeLayers::permute,
          RandomShapeLayers::reshape,
          RandomShapeLayers::pad,
          RandomShapeLayers::crop);

  private RandomShapeLayers() {}

  private static Optional<List<Integer>> permute(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    List<Integer> axes = new ArrayList<>(IntStream.rangeClosed(1, shape.size()).boxed().toList());
    Collections.shuffle(axes, random);
    network.layer(name, "Permute", Map.of("value", List.copyOf(axes)), input);
    return Optional.of(axes.stream().map(axis -> shape.get(axis - 1)).toList());
  }

  private static Optional<List<Integer>> reshape(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int size = shape.stream().reduce(1, (a, b) -> a * b);
    int factor = IntStream.of(4, 3, 2, 1).filter(f -> size % f == 0).findFirst().orElseThrow();
    List<Integer> written = random.nextBoolean() ? List.of(factor, -1) : List.of(-1, 1, factor);
    network.layer(name, "Reshape", Map.of("value", written), input);
    return Optional.of(written.stream().map(n -> n == -1 ? size / factor : n).toList());
  }

  private static Optional<List<Integer>> pad(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 2 && shape.size() != 3) {
      return Optional.empty();
    }
    return margins(network, random, name, input, shape, "ZeroPadding", 1);
  }

  private static Optional<List<Integer>> crop(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if ((shape.size() != 2 && shape.size() != 3)
        || shape.subList(0, shape.size() - 1).stream().anyMatch(size -> size < 5)) {
      return Optional.empty();
    }
    return margins(network, random, name, input, shape, "Cropping", -1);
  }

  private static Optional<List<Integer>> margins(
      NetworkBuilder network,
      Random random,
      String name,
      String input,
      List<Integer> shape,
      String kind,
      int sign) {
    int axes = shape.size() - 1;
    List<Integer> ends = random.ints(2L * axes, 0, 3).boxed().toList();
    network.layer(name, kind + axes + "D", Map.of("value", ends), input);
    List<Integer> result = new ArrayList<>(shape);
    for (int axis = 0; axis < axes; axis++) {
      int change = ends.get(2 * axis) + ends.get(2 * axis + 1);
      result.set(axis, shape.get(axis) + sign * change);
    }
    return Optional.of(result);
  }
}
