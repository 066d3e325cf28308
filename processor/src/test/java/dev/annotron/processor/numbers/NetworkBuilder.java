package dev.annotron.processor.numbers;

import dev.annotron.Activation;
import dev.annotron.Initializer;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.TrainSpec;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes models down without source files. A layer without inputs reads the layer above. */
final class NetworkBuilder {
  static final String PACKAGE = "made";

  private final String name;
  private final List<LayerSpec> layers = new ArrayList<>();
  private Loss loss = Loss.MEAN_SQUARED_ERROR;
  private List<Metric> metrics = List.of();
  private AnnotationSpec optimizer = adamSpec(0.001);
  private final List<AnnotationSpec> training = new ArrayList<>();
  private long seed = 1;
  private int epochs = 1;
  private int batchSize = 32;

  NetworkBuilder(String name) {
    this.name = name;
  }

  NetworkBuilder input(String layer, Integer... shape) {
    return add(layer, "Input", Map.of("value", value(List.of(shape))), List.of());
  }

  NetworkBuilder dense(String layer, int units, Activation activation, String... inputs) {
    return dense(layer, units, activation, true, inputs);
  }

  NetworkBuilder dense(
      String layer, int units, Activation activation, boolean useBias, String... inputs) {
    Map<String, Value<?>> values =
        Map.of(
            "units", value(units),
            "activation", value(activation.name()),
            "useBias", value(useBias));
    return add(layer, "Dense", values, names(inputs));
  }

  NetworkBuilder activate(String layer, Activation activation, String... inputs) {
    return add(layer, "Activate", Map.of("value", value(activation.name())), names(inputs));
  }

  NetworkBuilder leakyRelu(String layer, double slope, String... inputs) {
    return add(layer, "LeakyRelu", Map.of("slope", value(slope)), names(inputs));
  }

  NetworkBuilder flatten(String layer, String... inputs) {
    return add(layer, "Flatten", Map.of(), names(inputs));
  }

  NetworkBuilder add(String layer, String... inputs) {
    return add(layer, "Add", Map.of(), names(inputs));
  }

  NetworkBuilder concatenate(String layer, int axis, String... inputs) {
    return add(layer, "Concatenate", Map.of("axis", value(axis)), names(inputs));
  }

  /**
   * Any layer, with all attributes of its annotation: numbers, flags, enum names, lists of them.
   */
  NetworkBuilder layer(String layer, String kind, Map<String, ?> attributes, String... inputs) {
    Map<String, Value<?>> values = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> values.put(name, value(attribute)));
    return add(layer, kind, values, names(inputs));
  }

  /** Says how the last layer's kernel starts. */
  NetworkBuilder init(Initializer kernel) {
    return modifier(
        "Init", Map.of("value", value(kernel.name()), "bias", value(Initializer.ZEROS.name())));
  }

  /** Says that the last layer's weights shall be small, by {@code L1} or {@code L2}. */
  NetworkBuilder penalty(String kind, double ofKernel, double ofBias) {
    return penalty(kind, ofKernel, ofBias, 0);
  }

  NetworkBuilder penalty(String kind, double ofKernel, double ofBias, double ofActivity) {
    return modifier(
        kind,
        Map.of("value", value(ofKernel), "bias", value(ofBias), "activity", value(ofActivity)));
  }

  /** {@code @MaxNorm} or {@code @UnitNorm}. */
  NetworkBuilder norm(String kind, double limit, boolean bias, Integer... axes) {
    return modifier(
        kind, Map.of("value", value(limit), "axis", value(List.of(axes)), "bias", value(bias)));
  }

  NetworkBuilder nonNegative(boolean bias) {
    return modifier("NonNegative", Map.of("bias", value(bias)));
  }

  NetworkBuilder modifier(String kind, Map<String, Value<?>> values) {
    LayerSpec last = layers.removeLast();
    List<AnnotationSpec> modifiers = new ArrayList<>(last.modifiers());
    modifiers.add(new AnnotationSpec(kind, Position.NOWHERE, values));
    layers.add(new LayerSpec(last.name(), last.at(), last.layer(), last.inputs(), modifiers));
    return this;
  }

  /** Makes the last layer an output with a loss of its own. */
  NetworkBuilder output(Loss ofLayer, double weight, Metric... ofMetrics) {
    return modifier(
        "Output",
        Map.of(
            "loss", value(List.of(ofLayer.name())),
            "weight", value(weight),
            "metrics", value(Arrays.stream(ofMetrics).map(Metric::name).toList())));
  }

  /** Makes the last layer use the weights of an earlier one. */
  NetworkBuilder shared(String owner) {
    return modifier("Shared", Map.of("value", value(owner)));
  }

  /** Keeps the weights of the last layer as they are. */
  NetworkBuilder frozen() {
    return modifier("Frozen", Map.of());
  }

  NetworkBuilder loss(Loss value) {
    loss = value;
    return this;
  }

  NetworkBuilder metrics(Metric... values) {
    metrics = List.of(values);
    return this;
  }

  NetworkBuilder sgd(double learningRate) {
    return sgd(learningRate, 0, false);
  }

  NetworkBuilder sgd(double learningRate, double momentum, boolean nesterov) {
    optimizer =
        new AnnotationSpec(
            "Sgd",
            Position.NOWHERE,
            Map.of(
                "learningRate", value(learningRate),
                "momentum", value(momentum),
                "nesterov", value(nesterov)));
    return this;
  }

  NetworkBuilder adam(double learningRate) {
    optimizer = adamSpec(learningRate);
    return this;
  }

  /** Any optimizer, with all of its attributes. */
  NetworkBuilder optimizer(String kind, Map<String, ?> attributes) {
    optimizer = spec(kind, attributes);
    return this;
  }

  /** Adds what stands beside the optimizer, with all of its attributes. */
  NetworkBuilder beside(String kind, Map<String, ?> attributes) {
    training.add(spec(kind, attributes));
    return this;
  }

  private static AnnotationSpec spec(String kind, Map<String, ?> attributes) {
    Map<String, Value<?>> values = new LinkedHashMap<>();
    attributes.forEach((name, value) -> values.put(name, value(value)));
    return new AnnotationSpec(kind, Position.NOWHERE, values);
  }

  NetworkBuilder seed(long value) {
    seed = value;
    return this;
  }

  NetworkBuilder epochs(int value) {
    epochs = value;
    return this;
  }

  NetworkBuilder batchSize(int value) {
    batchSize = value;
    return this;
  }

  ModelSpec build() {
    TrainSpec train =
        new TrainSpec(
            value(loss),
            metrics.stream().map(NetworkBuilder::value).toList(),
            value(epochs),
            value(batchSize),
            true,
            null);
    return new ModelSpec(
        PACKAGE,
        name,
        name + "Net",
        true,
        Position.NOWHERE,
        seed,
        train,
        optimizer,
        List.copyOf(training),
        List.copyOf(layers));
  }

  /** The same model, compiled to a class of another name. */
  static ModelSpec renamed(ModelSpec model, String className) {
    return new ModelSpec(
        model.packageName(),
        model.interfaceName(),
        className,
        model.isPublic(),
        model.at(),
        model.seed(),
        model.train(),
        model.optimizer(),
        model.training(),
        model.layers());
  }

  private NetworkBuilder add(
      String layer, String kind, Map<String, Value<?>> values, List<String> inputs) {
    boolean readsAbove = inputs.isEmpty() && !kind.equals("Input");
    List<String> read = readsAbove ? List.of(layers.getLast().name()) : inputs;
    layers.add(
        new LayerSpec(
            layer,
            Position.NOWHERE,
            new AnnotationSpec(kind, Position.NOWHERE, values),
            read.stream().map(NetworkBuilder::value).toList(),
            List.of()));
    return this;
  }

  private static AnnotationSpec adamSpec(double learningRate) {
    return new AnnotationSpec(
        "Adam",
        Position.NOWHERE,
        Map.of(
            "learningRate", value(learningRate),
            "beta1", value(0.9),
            "beta2", value(0.999),
            "epsilon", value(1e-7),
            "amsgrad", value(false)));
  }

  private static List<String> names(String... inputs) {
    return Arrays.asList(inputs);
  }

  private static <T> Value<T> value(T value) {
    return new Value<>(value, Position.NOWHERE);
  }
}
