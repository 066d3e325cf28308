package dev.annotron.processor.numbers;

import com.google.gson.Gson;
import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.spec.ModelSpec;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reference numbers that Keras computed in float64; here is all that knows Keras's names. */
final class Golden {
  private Golden() {}

  record Tensor(List<Integer> shape, double[] data) {
    int rows() {
      return shape.getFirst();
    }

    int width() {
      return data.length / rows();
    }
  }

  record Config(
      @Nullable String type,
      int units,
      @Nullable String activation,
      @Nullable Boolean use_bias,
      double negative_slope,
      double learning_rate,
      double momentum,
      boolean nesterov) {}

  record LayerCase(
      String name,
      Config config,
      Tensor input,
      Map<String, Tensor> weights,
      Tensor upstream,
      Tensor output,
      Map<String, Tensor> grad_weights,
      Tensor grad_input) {}

  record LossCase(
      String name, Tensor target, Tensor prediction, double value, Tensor grad_prediction) {}

  record OptimizerCase(
      String name, Config config, Tensor start, Tensor gradients, Tensor trajectory) {}

  record TrainingCase(
      String name,
      int batches,
      Tensor x,
      Tensor y,
      Map<String, Tensor> weights,
      double[] losses,
      Map<String, Tensor> weights_after) {}

  private record Layers(List<LayerCase> cases) {}

  private record Losses(List<LossCase> cases) {}

  private record Optimizers(List<OptimizerCase> cases) {}

  private record Trainings(List<TrainingCase> cases) {}

  static List<LayerCase> layers() {
    return read("layers", Layers.class).cases();
  }

  static List<LossCase> losses() {
    return read("losses", Losses.class).cases();
  }

  static List<OptimizerCase> optimizers() {
    return read("optimizers", Optimizers.class).cases();
  }

  static List<TrainingCase> trainings() {
    return read("training", Trainings.class).cases();
  }

  /** Runs all cases of a file, tells how many passed, and fails with all that did not. */
  static <C extends Record> void run(
      String file, Object subject, Map<String, C> cases, Consumer<C> check) {
    List<AssertionError> failures = new ArrayList<>();
    cases.forEach(
        (name, one) -> {
          try {
            check.accept(one);
          } catch (AssertionError | RuntimeException e) {
            failures.add(new AssertionError(name + ": " + e.getMessage(), e));
          }
        });
    System.out.printf(
        Locale.ROOT,
        "golden %s, %s: %d of %d cases passed%n",
        file,
        subject,
        cases.size() - failures.size(),
        cases.size());
    if (!failures.isEmpty()) {
      AssertionError all = new AssertionError(failures.toString());
      failures.forEach(all::addSuppressed);
      throw all;
    }
  }

  /** The layer of a case behind an input of its shape, or behind a dense layer {@code pre}. */
  static ModelSpec network(LayerCase one, boolean behindDense) {
    NetworkBuilder network = new NetworkBuilder("Golden").loss(Loss.MEAN_SQUARED_ERROR);
    List<Integer> shape = one.input().shape();
    network.input("x", shape.subList(1, shape.size()).toArray(Integer[]::new));
    if (behindDense) {
      network.dense("pre", one.input().width(), Activation.LINEAR);
    }
    return layer(network, one.config()).build();
  }

  private static NetworkBuilder layer(NetworkBuilder network, Config config) {
    boolean useBias = config.use_bias() == null || config.use_bias();
    return switch (Objects.requireNonNull(config.type())) {
      case "Dense" -> network.dense("d", config.units(), activation(config.activation()), useBias);
      case "Activation" -> network.activate("d", activation(config.activation()));
      // The reference was computed on TensorFlow, which keeps the slope as a float.
      case "LeakyReLU" -> network.leakyRelu("d", (float) config.negative_slope());
      case "Flatten" -> network.flatten("d");
      default -> throw new AssertionError(config);
    };
  }

  /**
   * What a case's arguments and results must be multiplied with to be those of the exact function:
   * the reference of {@code gelu(x) = x Φ(x)} holds √½ as a float and so is {@code gelu(c x) / c},
   * with the {@code c} that is given here.
   */
  static double scale(LayerCase one) {
    boolean gelu = "gelu".equals(one.config().activation());
    return gelu ? (float) Math.sqrt(0.5) / Math.sqrt(0.5) : 1;
  }

  private static Activation activation(@Nullable String name) {
    return name == null ? Activation.LINEAR : Activation.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Loss loss(String name) {
    return switch (name.replace("_logits", "")) {
      case "mse" -> Loss.MEAN_SQUARED_ERROR;
      case "mae" -> Loss.MEAN_ABSOLUTE_ERROR;
      case "binary_crossentropy" -> Loss.BINARY_CROSSENTROPY;
      case "categorical_crossentropy" -> Loss.CATEGORICAL_CROSSENTROPY;
      case "sparse_categorical_crossentropy" -> Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
      default -> throw new AssertionError(name);
    };
  }

  static NetworkBuilder optimizer(NetworkBuilder network, OptimizerCase one) {
    Config config = one.config();
    return one.name().equals("adam")
        ? network.adam(config.learning_rate())
        : network.sgd(config.learning_rate(), config.momentum(), config.nesterov());
  }

  /** The network of a training run. */
  static ModelSpec network(TrainingCase one) {
    NetworkBuilder network = new NetworkBuilder("Golden");
    return switch (one.name()) {
      case "xor_2_8_1_sgd" ->
          network
              .input("x", 2)
              .dense("hidden", 8, Activation.RELU)
              .dense("out", 1, Activation.SIGMOID)
              .loss(Loss.BINARY_CROSSENTROPY)
              .sgd(0.1)
              .build();
      case "classifier_20_16_5_adam" ->
          network
              .input("x", 20)
              .dense("hidden", 16, Activation.SIGMOID)
              .dense("out", 5, Activation.SOFTMAX)
              .loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
              .adam(0.01)
              .build();
      case "regression_8_32_32_1_adam_mae" ->
          network
              .input("x", 8)
              .dense("a", 32, Activation.RELU)
              .dense("b", 32, Activation.RELU)
              .dense("out", 1, Activation.LINEAR)
              .loss(Loss.MEAN_ABSOLUTE_ERROR)
              .adam(0.001)
              .build();
      case "residual_concat_sgd" ->
          network
              .input("x", 6)
              .dense("h", 6, Activation.RELU)
              .add("s", "x", "h")
              .concatenate("k", -1, "s", "x")
              .dense("out", 2, Activation.LINEAR)
              .loss(Loss.MEAN_SQUARED_ERROR)
              .sgd(0.05, 0.9, false)
              .build();
      default -> throw new AssertionError(one.name());
    };
  }

  /** {@code sequential_1/hidden/kernel} is our {@code hidden/kernel}. */
  static Map<String, double[]> weights(Map<String, Tensor> tensors) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          String[] path = name.split("/", -1);
          weights.put(path[path.length - 2] + "/" + path[path.length - 1], tensor.data());
        });
    return weights;
  }

  private static <T> T read(String file, Class<T> type) {
    String path = "/golden/" + file + ".json";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Golden.class.getResourceAsStream(path)),
            StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
