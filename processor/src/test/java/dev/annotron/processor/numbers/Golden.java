package dev.annotron.processor.numbers;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.annotron.Activation;
import dev.annotron.Loss;
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
import java.util.regex.Pattern;
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

    /** The shape of a sample. */
    List<Integer> sample() {
      return shape.subList(1, shape.size());
    }
  }

  record Config(
      double learning_rate,
      double momentum,
      boolean nesterov,
      boolean amsgrad,
      boolean centered,
      double weight_decay,
      double clipvalue,
      double global_clipnorm) {}

  /**
   * @param training whether the layer was asked for what it does in training
   * @param grad_input missing where the input is whole numbers
   * @param weights_after missing where the layer changes none by itself
   */
  record LayerCase(
      String name,
      JsonObject config,
      boolean training,
      Tensor input,
      Map<String, Tensor> weights,
      Tensor upstream,
      Tensor output,
      Map<String, Tensor> grad_weights,
      @Nullable Tensor grad_input,
      @Nullable Map<String, Tensor> weights_after) {
    GoldenLayers.Config settings() {
      return new GoldenLayers.Config(config);
    }

    /** The layer's name, by which its weights are named. */
    String layer() {
      return weights.keySet().stream().findFirst().map(name -> name.split("/", 2)[0]).orElse("d");
    }
  }

  record LossCase(
      String name, Tensor target, Tensor prediction, double value, Tensor grad_prediction) {}

  record OptimizerCase(
      String name, Config config, Tensor start, Tensor gradients, Tensor trajectory) {}

  /** A schedule, with the arguments that Keras was given. */
  record ScheduleCase(String name, Map<String, Object> config, long[] steps, double[] values) {}

  record TrainingCase(
      String name,
      int batches,
      Tensor x,
      Tensor y,
      Map<String, Tensor> weights,
      double[] losses,
      Map<String, Tensor> weights_after,
      @Nullable Tensor sample_weights,
      @Nullable Map<Integer, Double> class_weights,
      double @Nullable [] metric) {}

  private record Layers(List<LayerCase> cases) {}

  private record Losses(List<LossCase> cases) {}

  private record Optimizers(List<OptimizerCase> cases) {}

  private record Schedules(List<ScheduleCase> cases) {}

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

  static List<ScheduleCase> schedules() {
    return read("schedules", Schedules.class).cases();
  }

  static List<TrainingCase> trainings() {
    return read("training", Trainings.class).cases();
  }

  /** Trainings with weights of samples and classes, masks, penalties and constraints. */
  static List<TrainingCase> fittings() {
    return read("fitting", Trainings.class).cases();
  }

  /** How many cases a file has, counted in the file itself. */
  static int count(String file) {
    return read(file, JsonObject.class).getAsJsonArray("cases").size();
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

  /**
   * What a case's arguments and results must be multiplied with to be those of the exact function:
   * the reference of {@code gelu(x) = x Φ(x)} holds √½ as a float and so is {@code gelu(c x) / c},
   * with the {@code c} that is given here.
   */
  static double scale(LayerCase one) {
    boolean gelu = one.settings().activation() == Activation.GELU;
    return gelu ? (float) Math.sqrt(0.5) / Math.sqrt(0.5) : 1;
  }

  static <T> T known(@Nullable T value, String what) {
    return Objects.requireNonNull(value, what);
  }

  static Loss loss(String name) {
    return switch (name.replaceFirst("_(logits|smoothed)$", "")) {
      case "mse" -> Loss.MEAN_SQUARED_ERROR;
      case "mae" -> Loss.MEAN_ABSOLUTE_ERROR;
      case "kl_divergence" -> Loss.KL_DIVERGENCE;
      case "huber", "log_cosh", "poisson", "hinge", "squared_hinge", "binary_focal_crossentropy" ->
          Loss.valueOf(name.toUpperCase(Locale.ROOT));
      case "binary_crossentropy" -> Loss.BINARY_CROSSENTROPY;
      case "categorical_crossentropy" -> Loss.CATEGORICAL_CROSSENTROPY;
      case "sparse_categorical_crossentropy" -> Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
      default -> throw new AssertionError(name);
    };
  }

  static NetworkBuilder optimizer(NetworkBuilder network, OptimizerCase one) {
    Config config = one.config();
    String name = one.name().contains("_") ? one.name().split("_", -1)[0] : one.name();
    Map<String, Object> written = new LinkedHashMap<>(Annotations.defaults(kind(name)));
    written.put("learningRate", config.learning_rate());
    written.replace("momentum", config.momentum());
    written.replace("nesterov", config.nesterov());
    written.replace("amsgrad", config.amsgrad());
    written.replace("centered", config.centered());
    written.replace("weightDecay", config.weight_decay());
    if (config.clipvalue() > 0) {
      network.beside("ClipValue", Map.of("value", config.clipvalue()));
    }
    if (config.global_clipnorm() > 0) {
      network.beside("GlobalClipNorm", Map.of("value", config.global_clipnorm()));
    }
    return network.optimizer(kind(name), written);
  }

  private static String kind(String name) {
    return switch (name) {
      case "adamw" -> "AdamW";
      case "rmsprop" -> "RmsProp";
      default -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    };
  }

  /** {@code sequential_1/hidden/kernel} is our {@code hidden/kernel}. */
  static Map<String, double[]> weights(Map<String, Tensor> tensors) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          String layer = name.replaceFirst("^sequential(_\\d+)?/", "");
          String direction = layer.replaceFirst("_r/lstm_cell/", "_");
          weights.put(ours(direction.replaceFirst("[a-z_]+_cell/", "")), tensor.data());
        });
    return weights;
  }

  /** {@code moving_mean} is our {@code movingMean}. */
  private static String ours(String role) {
    return Pattern.compile("_(.)")
        .matcher(role)
        .replaceAll(r -> r.group(1).toUpperCase(Locale.ROOT));
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
