package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.MergeMode;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.numbers.GoldenLayers.Config;
import dev.annotron.processor.spec.Value;
import java.util.HashMap;
import java.util.Map;

/** How the golden file's layers for sequences are written with ours. */
final class GoldenSequences {
  private GoldenSequences() {}

  static void embedding(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        "Embedding",
        Map.of(
            "inputDim", config.integer("vocabulary"),
            "outputDim", config.integer("units"),
            "maskZero", false));
  }

  static void simpleRnn(NetworkBuilder network, String name, Config config) {
    recurrent(network, name, "SimpleRnn", config);
  }

  static void lstm(NetworkBuilder network, String name, Config config) {
    recurrent(network, name, "Lstm", config);
  }

  static void gru(NetworkBuilder network, String name, Config config) {
    recurrent(network, name, "Gru", config);
  }

  static void bidirectionalLstm(NetworkBuilder network, String name, Config config) {
    recurrent(network, name, "Lstm", config);
    Value<?> concat = new Value<>(MergeMode.CONCAT.name(), Position.NOWHERE);
    network.modifier("Bidirectional", Map.of("mergeMode", concat));
  }

  private static void recurrent(NetworkBuilder network, String name, String kind, Config config) {
    network.layer(
        name, kind, attributes(config.integer("units"), config.flag("return_sequences", false)));
  }

  /** What recurrent layers have, with Keras's defaults. */
  static Map<String, Object> attributes(int units, boolean returnSequences) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("units", units);
    attributes.put("activation", Activation.TANH.name());
    attributes.put("recurrentActivation", Activation.SIGMOID.name());
    attributes.put("useBias", true);
    attributes.put("returnSequences", returnSequences);
    attributes.put("goBackwards", false);
    attributes.put("unitForgetBias", true);
    return attributes;
  }

  static void attention(NetworkBuilder network, String name, Config config) {
    network.layer(
        name,
        "MultiHeadAttention",
        Map.of(
            "numHeads", config.integer("heads"),
            "keyDim", config.integer("key_dim"),
            "valueDim", 0,
            "useBias", true,
            "causal", config.flag("causal", false)));
  }

  static NetworkBuilder lstmTraining(NetworkBuilder network) {
    return network
        .input("x", 7, 3)
        .layer("r", "Lstm", attributes(6, false))
        .dense("out", 1, Activation.LINEAR)
        .loss(Loss.MEAN_SQUARED_ERROR)
        .adam(0.01);
  }
}
