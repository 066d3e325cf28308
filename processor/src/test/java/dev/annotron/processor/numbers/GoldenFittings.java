package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.numbers.Golden.TrainingCase;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The networks of the golden fittings, by their names. */
final class GoldenFittings {
  private static final Loss SPARSE = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

  private GoldenFittings() {}

  static ModelSpec network(TrainingCase one) {
    return network(one.name()).build();
  }

  private static NetworkBuilder network(String name) {
    NetworkBuilder network = new NetworkBuilder("Fitted");
    return switch (name) {
      case "sample_weights_sparse" -> classifier(network).adam(0.01);
      case "sample_weights_mse" -> regression(hidden(network)).sgd(0.1);
      case "class_weights_sparse" -> classifier(network).sgd(0.1);
      case "class_weights_binary" ->
          network
              .input("x", 4)
              .dense("out", 1, Activation.SIGMOID)
              .loss(Loss.BINARY_CROSSENTROPY)
              .sgd(0.1);
      case "class_weights_one_hot" -> line(network).loss(Loss.CATEGORICAL_CROSSENTROPY).sgd(0.1);
      case "smoothed_sparse" -> smoothed(line(network)).sgd(0.1);
      case "masked_sparse", "masked_weighted_mse" -> masked(network, name).sgd(0.1);
      default -> regularised(network, name);
    };
  }

  private static NetworkBuilder regularised(NetworkBuilder network, String name) {
    return switch (name) {
      case "activity_penalties" ->
          regression(
                  hidden(network)
                      .penalty("L1", 0, 0, 1.0 / 64)
                      .penalty("L2", 1.0 / 128, 0, 1.0 / 32))
              .penalty("L2", 0, 0, 1.0 / 16)
              .sgd(0.1);
      case "activity_penalty_sequence" ->
          regression(
                  recurrent(network.input("x", 3, 2), "SimpleRnn", "rnn")
                      .penalty("L1", 0, 0, 1.0 / 64)
                      .flatten("flat"))
              .sgd(0.1);
      case "max_norm_dense" ->
          regression(hidden(network).norm("MaxNorm", 0.8, true, 0))
              .norm("MaxNorm", 1, false, 1)
              .adam(0.05);
      case "max_norm_conv" ->
          regression(
                  convolution(network.input("x", 5, 5, 2))
                      .norm("MaxNorm", 0.9, false, 0, 1, 2)
                      .flatten("flat"))
              .sgd(0.05);
      case "unit_norm_non_negative" ->
          regression(hidden(network).norm("UnitNorm", 1, true, 0)).nonNegative(true).sgd(0.1);
      default -> throw new AssertionError(name);
    };
  }

  private static NetworkBuilder hidden(NetworkBuilder network) {
    return network.input("x", 4).dense("hidden", 6, Activation.TANH);
  }

  private static NetworkBuilder regression(NetworkBuilder network) {
    return network.dense("out", 2, Activation.LINEAR).loss(Loss.MEAN_SQUARED_ERROR);
  }

  private static NetworkBuilder classifier(NetworkBuilder network) {
    return hidden(network).dense("out", 3, Activation.SOFTMAX).loss(SPARSE);
  }

  private static NetworkBuilder line(NetworkBuilder network) {
    return network.input("x", 4).dense("out", 3, Activation.SOFTMAX);
  }

  private static NetworkBuilder smoothed(NetworkBuilder network) {
    Map<String, Object> options = new TreeMap<>(Annotations.defaults("LossOptions"));
    options.put("labelSmoothing", 0.2);
    return network.beside("LossOptions", options).loss(SPARSE);
  }

  private static NetworkBuilder masked(NetworkBuilder network, String name) {
    network.input("x", 5, 3).layer("masked", "Masking", Map.of("maskValue", 0.0));
    return name.equals("masked_sparse")
        ? recurrent(network, "Lstm", "lstm")
            .layer("out", "Dense", dense(3, "SOFTMAX"))
            .modifier("TimeDistributed", Map.of())
            .loss(SPARSE)
            .metrics(Metric.ACCURACY)
        : recurrent(network, "SimpleRnn", "rnn")
            .layer("out", "Dense", dense(2, "LINEAR"))
            .modifier("TimeDistributed", Map.of())
            .loss(Loss.MEAN_SQUARED_ERROR)
            .metrics(Metric.MEAN_ABSOLUTE_ERROR);
  }

  private static Map<String, Object> dense(int units, String activation) {
    return Map.of("units", units, "activation", activation, "useBias", true);
  }

  private static NetworkBuilder recurrent(NetworkBuilder network, String kind, String name) {
    return network.layer(name, kind, GoldenSequences.attributes(4, true));
  }

  private static NetworkBuilder convolution(NetworkBuilder network) {
    return network.layer(
        "conv",
        "Conv2D",
        Map.of(
            "filters",
            3,
            "kernelSize",
            List.of(3),
            "strides",
            List.of(1),
            "padding",
            "VALID",
            "pad",
            List.of(),
            "dilationRate",
            List.of(1),
            "groups",
            1,
            "activation",
            "TANH",
            "useBias",
            true));
  }
}
