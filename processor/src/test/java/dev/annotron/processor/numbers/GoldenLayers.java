package dev.annotron.processor.numbers;

import static java.util.Map.entry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.numbers.Golden.LayerCase;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How each kind of layer in the golden file is written with ours: one line for each. */
final class GoldenLayers {

  private static final Map<String, Maker> MAKERS =
      Map.ofEntries(
          entry("Dense", GoldenLayers::dense),
          entry("Activation", (network, name, c) -> network.activate(name, c.activation())),
          entry("LeakyReLU", GoldenLayers::leakyRelu),
          entry("BatchNorm", GoldenLayers::batchNorm),
          entry("LayerNorm", GoldenLayers::layerNorm),
          entry(
              "PReLU",
              (network, name, _) -> network.layer(name, "PRelu", Map.of("sharedAxes", List.of()))),
          entry(
              "Maxout",
              (network, name, c) ->
                  network.layer(
                      name,
                      "Maxout",
                      Map.of("units", c.integer("units"), "pieces", c.integer("pieces")))),
          entry("Flatten", (network, name, _) -> network.flatten(name)),
          entry("Embedding", GoldenSequences::embedding),
          entry("SimpleRNN", GoldenSequences::simpleRnn),
          entry("LSTM", GoldenSequences::lstm),
          entry("GRU", GoldenSequences::gru),
          entry("Bidirectional(LSTM)", GoldenSequences::bidirectionalLstm),
          entry("MultiHeadAttention", GoldenSequences::attention),
          entry("Conv1D", GoldenLayers::convolution),
          entry("Conv2D", GoldenLayers::convolution),
          entry("DepthwiseConv2D", GoldenLayers::depthwise),
          entry("MaxPool2D", GoldenLayers::pool),
          entry("AveragePool2D", GoldenLayers::pool),
          entry("GlobalMaxPool2D", GoldenLayers::globalPool),
          entry("GlobalAveragePool2D", GoldenLayers::globalPool));

  /** A learning rate that leaves all weights as they are. */
  private static final double NO_STEP = 1e-30;

  private GoldenLayers() {}

  /** Adds the layer with the settings of a case to a network. */
  @FunctionalInterface
  interface Maker {
    void add(NetworkBuilder network, String name, Config config);
  }

  /** A layer's settings by Keras's names. */
  record Config(JsonObject json) {
    String type() {
      return json.get("type").getAsString();
    }

    int integer(String name) {
      return json.get(name).getAsInt();
    }

    int integer(String name, int otherwise) {
      return json.has(name) ? integer(name) : otherwise;
    }

    double real(String name) {
      return json.get(name).getAsDouble();
    }

    boolean flag(String name, boolean otherwise) {
      return json.has(name) ? json.get(name).getAsBoolean() : otherwise;
    }

    /** An enum constant's name. */
    String constant(String name) {
      return json.get(name).getAsString().toUpperCase(Locale.ROOT);
    }

    /** A number or a list of numbers. */
    List<Integer> integers(String name, int otherwise) {
      JsonElement value = json.get(name);
      return switch (value) {
        case null -> List.of(otherwise);
        case JsonArray array -> array.asList().stream().map(JsonElement::getAsInt).toList();
        default -> List.of(value.getAsInt());
      };
    }

    Activation activation() {
      return json.has("activation")
          ? Activation.valueOf(constant("activation"))
          : Activation.LINEAR;
    }
  }

  /** Whether a case's layer has a line above. */
  static boolean knows(LayerCase one) {
    return MAKERS.containsKey(one.settings().type());
  }

  /** The layer of a case behind an input of its shape. */
  static ModelSpec network(LayerCase one) {
    NetworkBuilder network = new NetworkBuilder("Golden");
    network.input("x", one.input().sample().toArray(Integer[]::new));
    return layer(network, one);
  }

  /** The layer of a case behind a dense layer {@code pre}, of which it takes the whole batch. */
  static ModelSpec behindDense(LayerCase one) {
    NetworkBuilder network = new NetworkBuilder("Golden");
    network.input("x", one.input().rows());
    network.dense("pre", one.input().width(), Activation.LINEAR, false);
    if (one.input().sample().size() > 1) {
      network.layer("shaped", "Reshape", Map.of("value", one.input().sample()));
    }
    return layer(network, one);
  }

  private static ModelSpec layer(NetworkBuilder network, LayerCase one) {
    Golden.known(MAKERS.get(one.settings().type()), one.name())
        .add(network, one.layer(), one.settings());
    return network.loss(Loss.MEAN_SQUARED_ERROR).sgd(NO_STEP).build();
  }

  private static void dense(NetworkBuilder network, String name, Config config) {
    network.dense(
        name, config.integer("units"), config.activation(), config.flag("use_bias", true));
  }

  private static void leakyRelu(NetworkBuilder network, String name, Config config) {
    // The reference was computed on TensorFlow, which keeps the slope as a float.
    network.leakyRelu(name, (float) config.real("negative_slope"));
  }

  private static void batchNorm(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        "BatchNorm",
        Map.of(
            "momentum",
            config.real("momentum"),
            "epsilon",
            config.real("epsilon"),
            "center",
            true,
            "scale",
            true));
  }

  private static void layerNorm(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        "LayerNorm",
        Map.of("epsilon", config.real("epsilon"), "center", true, "scale", true));
  }

  private static void convolution(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        config.type(),
        Map.of(
            "filters", config.integer("filters"),
            "kernelSize", config.integers("kernel", 1),
            "strides", config.integers("strides", 1),
            "padding", config.constant("padding"),
            "pad", List.of(),
            "dilationRate", config.integers("dilation", 1),
            "groups", 1,
            "activation", config.activation().name(),
            "useBias", true));
  }

  private static void depthwise(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        config.type(),
        Map.of(
            "kernelSize", config.integers("kernel", 1),
            "strides", config.integers("strides", 1),
            "padding", config.constant("padding"),
            "dilationRate", config.integers("dilation", 1),
            "depthMultiplier", config.integer("depth_multiplier"),
            "activation", config.activation().name(),
            "useBias", true));
  }

  private static void pool(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        config.type(),
        Map.of(
            "poolSize", config.integers("pool", 2),
            "strides", config.integers("strides", 1),
            "padding", config.constant("padding")));
  }

  private static void globalPool(NetworkBuilder network, String name, Config config) {
    network.layer(name, config.type(), Map.of("keepdims", false));
  }
}
