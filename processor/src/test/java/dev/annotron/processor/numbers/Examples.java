package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.spec.ModelSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Networks that several tests look at. */
final class Examples {
  private Examples() {}

  static ModelSpec xor() {
    return new NetworkBuilder("Xor")
        .input("bits", 2)
        .dense("hidden", 8, Activation.RELU)
        .dense("answer", 1, Activation.SIGMOID)
        .loss(Loss.BINARY_CROSSENTROPY)
        .metrics(Metric.BINARY_ACCURACY)
        .sgd(0.1)
        .seed(7)
        .epochs(1000)
        .batchSize(4)
        .build();
  }

  /** The multi-layer perceptron for handwritten digits. */
  static ModelSpec digits() {
    return new NetworkBuilder("Digits")
        .input("pixels", 784)
        .dense("hidden", 50, Activation.SIGMOID)
        .dense("digit", 10, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .metrics(Metric.ACCURACY)
        .adam(0.001)
        .epochs(10)
        .batchSize(32)
        .build();
  }

  /** A shortcut around a layer, and two ways that meet. */
  static ModelSpec residual() {
    return new NetworkBuilder("Residual")
        .input("x", 6)
        .input("extra", 2, 2)
        .dense("h", 6, Activation.GELU, "x")
        .add("s", "x", "h")
        .flatten("flat", "extra")
        .concatenate("k", -1, "s", "flat")
        .dense("out", 2, Activation.LINEAR)
        .loss(Loss.MEAN_SQUARED_ERROR)
        .sgd(0.05, 0.9, true)
        .build();
  }

  /** Small enough for quick tests, large enough for more than one step an epoch. */
  static ModelSpec small() {
    return new NetworkBuilder("Small")
        .input("x", 8)
        .dense("a", 16, Activation.TANH)
        .dense("b", 3, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .adam(0.01)
        .batchSize(16)
        .build();
  }

  /** A layer of each family of kernels; takes and gives as much as {@link #small}. */
  static ModelSpec everyFamily() {
    Map<String, Object> window =
        Map.of("kernelSize", List.of(2), "strides", List.of(1), "dilationRate", List.of(1));
    Map<String, Object> ofWindow =
        Map.of("padding", "SAME", "activation", "RELU", "useBias", true, "depthMultiplier", 2);
    Map<String, Object> ofFilters = Map.of("filters", 3, "groups", 1, "pad", List.of());
    Map<String, Object> gains = Map.of("epsilon", 0.01, "center", true, "scale", true);
    Map<String, Object> pool =
        Map.of("poolSize", List.of(2), "strides", List.of(2), "padding", "SAME");
    Map<String, Object> attention =
        Map.of("numHeads", 2, "keyDim", 3, "valueDim", 0, "useBias", true, "causal", true);
    return new NetworkBuilder("Families")
        .input("x", 8)
        .layer("picture", "Reshape", Map.of("value", List.of(4, 2, 1)))
        .layer("framed", "ZeroPadding2D", Map.of("value", List.of(1)))
        .layer("conv", "Conv2D", together(window, ofWindow, ofFilters))
        .layer("normal", "BatchNorm", together(gains, Map.of("momentum", 0.9)))
        .layer("depthwise", "DepthwiseConv2D", together(window, ofWindow))
        .layer("pool", "MaxPool2D", pool)
        .layer("dropped", "Dropout", Map.of("value", 0.25))
        .layer("sequence", "Reshape", Map.of("value", List.of(-1, 6)))
        .layer("rows", "LayerNorm", gains)
        .layer("attention", "MultiHeadAttention", attention)
        .layer("lstm", "Lstm", GoldenSequences.attributes(5, true))
        .layer("gru", "Gru", GoldenSequences.attributes(4, false))
        .layer("noisy", "GaussianNoise", Map.of("value", 0.1))
        .dense("b", 3, Activation.SOFTMAX)
        .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
        .adam(0.01)
        .batchSize(16)
        .build();
  }

  @SafeVarargs
  private static Map<String, Object> together(Map<String, Object>... parts) {
    Map<String, Object> all = new HashMap<>();
    for (Map<String, Object> part : parts) {
      all.putAll(part);
    }
    return all;
  }

  /** Data for {@link #small} and {@link #everyFamily}. */
  static Batch smallData(int rows) {
    Random random = new Random(5);
    double[] x = random.doubles(rows * 8L, -1, 1).toArray();
    return new Batch(x, random.ints(rows, 0, 3).asDoubleStream().toArray(), rows);
  }
}
