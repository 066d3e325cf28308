package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.MergeMode;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Layers that read sequences. */
final class RandomSequenceLayers {
  static final List<RandomLayer> ALL =
      List.of(
          RandomSequenceLayers::recurrent,
          RandomSequenceLayers::attention,
          RandomSequenceLayers::places,
          RandomSequenceLayers::masking);

  private RandomSequenceLayers() {}

  private static Optional<List<Integer>> recurrent(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 2) {
      return Optional.empty();
    }
    int units = 1 + random.nextInt(9);
    boolean sequences = random.nextBoolean();
    Map<String, Object> attributes = GoldenSequences.attributes(units, sequences);
    attributes.put("goBackwards", random.nextBoolean());
    attributes.put("useBias", random.nextBoolean());
    attributes.put("activation", anyOf(random, Activation.TANH, Activation.GELU).name());
    attributes.put(
        "recurrentActivation", anyOf(random, Activation.SIGMOID, Activation.SILU).name());
    network.layer(name, anyOf(random, "SimpleRnn", "Lstm", "Gru"), attributes, input);
    int size = units * (random.nextInt(3) == 0 ? inBothDirections(network, random) : 1);
    return Optional.of(sequences ? List.of(shape.getFirst(), size) : List.of(size));
  }

  /** Says how many times as wide the last layer becomes. */
  private static int inBothDirections(NetworkBuilder network, Random random) {
    MergeMode mode = anyOf(random, MergeMode.values());
    network.modifier(
        "Bidirectional", Map.of("mergeMode", new Value<>(mode.name(), Position.NOWHERE)));
    return mode == MergeMode.CONCAT ? 2 : 1;
  }

  @SafeVarargs
  private static <T> T anyOf(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  private static Optional<List<Integer>> attention(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 2) {
      return Optional.empty();
    }
    network.layer(
        name,
        "MultiHeadAttention",
        Map.of(
            "numHeads", 1 + random.nextInt(3),
            "keyDim", 1 + random.nextInt(5),
            "valueDim", random.nextInt(4),
            "useBias", random.nextBoolean(),
            "causal", random.nextBoolean()),
        input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> places(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 2) {
      return Optional.empty();
    }
    network.layer(name, "PositionalEmbedding", Map.of(), input);
    return Optional.of(shape);
  }

  private static Optional<List<Integer>> masking(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape) {
    if (shape.size() != 2) {
      return Optional.empty();
    }
    network.layer(name, "Masking", Map.of("maskValue", 0.0), input);
    return Optional.of(shape);
  }
}
