package dev.annotron.processor.numbers;

import static java.util.Map.entry;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.numbers.Golden.TrainingCase;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The networks of the golden training runs, by the runs' names. */
final class GoldenTrainings {

  private static final Map<String, UnaryOperator<NetworkBuilder>> NETWORKS =
      Map.ofEntries(
          entry("xor_2_8_1_sgd", GoldenTrainings::xor),
          entry("classifier_20_16_5_adam", GoldenTrainings::classifier),
          entry("regression_8_32_32_1_adam_mae", GoldenTrainings::regression),
          entry("cnn_adam", GoldenTrainings::convolutional),
          entry("l2_regression_rmsprop", GoldenTrainings::penalized),
          entry("lstm_adam", GoldenSequences::lstmTraining),
          entry("residual_concat_sgd", GoldenTrainings::residual));

  private GoldenTrainings() {}

  /** Whether a run's network is above. */
  static boolean knows(TrainingCase one) {
    return NETWORKS.containsKey(one.name());
  }

  static ModelSpec network(TrainingCase one) {
    NetworkBuilder network = new NetworkBuilder("Golden");
    return Golden.known(NETWORKS.get(one.name()), one.name()).apply(network).build();
  }

  private static NetworkBuilder xor(NetworkBuilder network) {
    return network
        .input("x", 2)
        .dense("hidden", 8, Activation.RELU)
        .dense("out", 1, Activation.SIGMOID)
        .loss(Loss.BINARY_CROSSENTROPY)
        .sgd(0.1);
  }

  private static NetworkBuilder classifier(NetworkBuilder network) {
    return network
        .input("x", 20)
        .dense("hidden", 16, Activation.SIGMOID)
        .dense("out", 5, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .adam(0.01);
  }

  private static NetworkBuilder regression(NetworkBuilder network) {
    return network
        .input("x", 8)
        .dense("a", 32, Activation.RELU)
        .dense("b", 32, Activation.RELU)
        .dense("out", 1, Activation.LINEAR)
        .loss(Loss.MEAN_ABSOLUTE_ERROR)
        .adam(0.001);
  }

  private static NetworkBuilder penalized(NetworkBuilder network) {
    Map<String, Object> rmsProp = new TreeMap<>(Annotations.defaults("RmsProp"));
    rmsProp.put("learningRate", 0.01);
    return network
        .input("x", 6)
        .dense("a", 7, Activation.TANH)
        .penalty("L2", 0.01, 0)
        .dense("out", 2, Activation.LINEAR)
        .penalty("L1", 0.001, 0)
        .loss(Loss.MEAN_SQUARED_ERROR)
        .optimizer("RmsProp", rmsProp);
  }

  private static NetworkBuilder residual(NetworkBuilder network) {
    return network
        .input("x", 6)
        .dense("h", 6, Activation.RELU)
        .add("s", "x", "h")
        .concatenate("k", -1, "s", "x")
        .dense("out", 2, Activation.LINEAR)
        .loss(Loss.MEAN_SQUARED_ERROR)
        .sgd(0.05, 0.9, false);
  }

  private static NetworkBuilder convolutional(NetworkBuilder network) {
    network.input("x", 10, 10, 1);
    convolution(network, "c1", 4, "VALID");
    network
        .activate("a1", Activation.RELU)
        .layer(
            "pooled",
            "MaxPool2D",
            Map.of("poolSize", List.of(2), "strides", List.of(), "padding", "VALID"));
    convolution(network, "c2", 6, "SAME");
    return network
        .layer(
            "bn",
            "BatchNorm",
            Map.of("momentum", 0.99, "epsilon", 0.001, "center", true, "scale", true))
        .activate("a2", Activation.RELU)
        .flatten("flat")
        .dense("out", 3, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .adam(0.01);
  }

  private static void convolution(
      NetworkBuilder network, String name, int filters, String padding) {
    network.layer(
        name,
        "Conv2D",
        Map.of(
            "filters",
            filters,
            "kernelSize",
            List.of(3),
            "strides",
            List.of(1),
            "padding",
            padding,
            "pad",
            List.of(),
            "dilationRate",
            List.of(1),
            "groups",
            1,
            "activation",
            "LINEAR",
            "useBias",
            true));
  }
}
