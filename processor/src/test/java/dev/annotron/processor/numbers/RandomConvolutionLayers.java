package dev.annotron.processor.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Layers of windows, and those that repeat values. */
final class RandomConvolutionLayers {
  static final List<RandomLayer> ALL =
      List.of(
          RandomConvolutionLayers::convolve,
          RandomConvolutionLayers::transposed,
          RandomConvolutionLayers::depthwise,
          RandomConvolutionLayers::pool,
          RandomConvolutionLayers::globalPool,
          RandomConvolutionLayers::repeat);

  /** Values per sample beyond which nothing is made larger. */
  private static final int LARGE = 200;

  private RandomConvolutionLayers() {}

  private static Optional<List<Integer>> convolve(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int axes = shape.size() - 1;
    if (axes != 1 && axes != 2) {
      return Optional.empty();
    }
    int groups = random.nextBoolean() ? 1 : shape.getLast();
    int filters = groups * (1 + random.nextInt(3));
    Map<String, Object> values = attributes(random, filters);
    values.put("groups", groups);
    values.put("pad", List.of());
    values.put("dilationRate", List.of(1 + random.nextInt(2)));
    network.layer(name, "Conv" + axes + "D", values, input);
    return Optional.of(strided(shape, values, filters));
  }

  private static Optional<List<Integer>> depthwise(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 3) {
      return Optional.empty();
    }
    int multiplier = 1 + random.nextInt(2);
    Map<String, Object> values = attributes(random, 2);
    values.put("depthMultiplier", multiplier);
    values.put("dilationRate", List.of(1));
    boolean separable = random.nextBoolean();
    network.layer(name, separable ? "SeparableConv2D" : "DepthwiseConv2D", values, input);
    return Optional.of(strided(shape, values, separable ? 2 : multiplier * shape.getLast()));
  }

  private static Optional<List<Integer>> transposed(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 3 || isLarge(shape)) {
      return Optional.empty();
    }
    Map<String, Object> values = attributes(random, 2);
    values.put("dilationRate", List.of(1));
    network.layer(name, "Conv2DTranspose", values, input);
    int stride = first(values, "strides");
    return Optional.of(List.of(shape.get(0) * stride, shape.get(1) * stride, 2));
  }

  private static Optional<List<Integer>> pool(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int axes = shape.size() - 1;
    if (axes != 1 && axes != 2) {
      return Optional.empty();
    }
    Map<String, Object> values = new HashMap<>();
    values.put("poolSize", List.of(1 + random.nextInt(3)));
    values.put("strides", List.of(1 + random.nextInt(3)));
    values.put("padding", "SAME");
    String kind = random.nextBoolean() ? "MaxPool" : "AveragePool";
    network.layer(name, kind + axes + "D", values, input);
    return Optional.of(strided(shape, values, shape.getLast()));
  }

  private static Optional<List<Integer>> globalPool(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int axes = shape.size() - 1;
    if (axes != 1 && axes != 2) {
      return Optional.empty();
    }
    String kind = random.nextBoolean() ? "GlobalMaxPool" : "GlobalAveragePool";
    network.layer(name, kind + axes + "D", Map.of("keepdims", false), input);
    return Optional.of(List.of(shape.getLast()));
  }

  private static Optional<List<Integer>> repeat(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    int axes = shape.size() - 1;
    if (axes > 2 || isLarge(shape)) {
      return Optional.empty();
    }
    int times = 1 + random.nextInt(3);
    if (axes == 0) {
      network.layer(name, "RepeatVector", Map.of("value", times), input);
      return Optional.of(List.of(times, shape.getLast()));
    }
    network.layer(name, "UpSampling" + axes + "D", Map.of("size", List.of(times)), input);
    List<Integer> result = new ArrayList<>(shape);
    for (int axis = 0; axis < axes; axis++) {
      result.set(axis, shape.get(axis) * times);
    }
    return Optional.of(result);
  }

  private static boolean isLarge(List<Integer> shape) {
    return shape.stream().reduce(1, (a, b) -> a * b) > LARGE;
  }

  private static Map<String, Object> attributes(Random random, int filters) {
    Map<String, Object> values = new HashMap<>();
    values.put("filters", filters);
    values.put("kernelSize", List.of(1 + random.nextInt(3)));
    values.put("strides", List.of(1 + random.nextInt(2)));
    values.put("padding", "SAME");
    values.put("activation", random.nextBoolean() ? "TANH" : "LINEAR");
    values.put("useBias", random.nextBoolean());
    return values;
  }

  private static int first(Map<String, Object> values, String attribute) {
    return (Integer) ((List<?>) values.get(attribute)).getFirst();
  }

  private static List<Integer> strided(
      List<Integer> shape, Map<String, Object> values, int channels) {
    int stride = first(values, "strides");
    List<Integer> result = new ArrayList<>(shape);
    result.replaceAll(size -> (size + stride - 1) / stride);
    result.set(shape.size() - 1, channels);
    return result;
  }
}
