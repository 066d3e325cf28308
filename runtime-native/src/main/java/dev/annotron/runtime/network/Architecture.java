package dev.annotron.runtime.network;

import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.kernel.LossFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * What the generated class tells the runtime about its network. All sizes are in floats.
 *
 * @param name the interface's simple name
 * @param hash 16 hex digits over inputs, layers, shapes and connections; equal for networks whose
 *     weights mean the same
 * @param inputs the inputs, in the order in which a sample's row holds them
 * @param outputs the outputs, in the order in which a prediction and a sample's targets hold them
 * @param parameters the weights in the order in which they lie in memory, one after another
 * @param trained the floats of the first of them, which the optimizer changes; behind them lie
 *     those that a step updates by itself, and the frozen ones
 * @param layers the rows of the summary table
 * @param optimizer the optimizer
 * @param defaults the options of {@code fit} as annotated
 * @param seed the annotated seed
 * @param predict the work memory of {@link Program#predict}
 * @param evaluate the work memory of {@link Program#evaluate}
 * @param differentiate the work memory of {@link Program#differentiate}
 */
public record Architecture(
    String name,
    String hash,
    List<Input> inputs,
    List<Output> outputs,
    List<Parameter> parameters,
    int trained,
    List<Layer> layers,
    Optimizer optimizer,
    FitOptions defaults,
    long seed,
    Layout predict,
    Layout evaluate,
    Layout differentiate) {

  /** A named tensor's shape, without the batch dimension. */
  public record Shaped(String name, List<Integer> shape) {
    /** The floats of one sample. */
    public int size() {
      return product(shape);
    }

    /** Such as {@code "pixels[28, 28, 1]"}. */
    @Override
    public String toString() {
      return name + shape;
    }
  }

  /**
   * An input.
   *
   * @param ids how many different ids there are, if its values are ids: whole numbers from 0; else
   *     0
   */
  public record Input(Shaped tensor, int ids) {
    /** The floats of one sample. */
    public int size() {
      return tensor.size();
    }

    /** Such as {@code "pixels[28, 28, 1]"}. */
    @Override
    public String toString() {
      return tensor.toString();
    }
  }

  /**
   * An output.
   *
   * @param loss the loss as the user sees it, never a fused form
   * @param weight its share in what training makes small
   * @param metrics the metrics, resolved: accuracy never needs guessing any more
   * @param numbers the numbers of the loss
   */
  public record Output(
      Shaped tensor,
      LossFunction loss,
      double weight,
      List<MetricFunction> metrics,
      LossNumbers numbers) {

    /** An output whose loss has its usual numbers. */
    public Output(Shaped tensor, LossFunction loss, double weight, List<MetricFunction> metrics) {
      this(tensor, loss, weight, metrics, LossNumbers.usual(loss));
    }

    /** The output's name. */
    public String name() {
      return tensor.name();
    }

    /** The floats of one sample. */
    public int size() {
      return tensor.size();
    }

    /** The floats of one sample's target. */
    public int targetSize() {
      return loss.sparse() ? tensor.size() / tensor.shape().getLast() : tensor.size();
    }

    /** Such as {@code "digit[10]"}. */
    @Override
    public String toString() {
      return tensor.toString();
    }
  }

  /**
   * The numbers of a loss.
   *
   * @param shape its {@link LossFunction#shape}, where it has one
   * @param balance the weight of the target 1 against 0, or {@link LossFunction#UNBALANCED}
   * @param smoothing {@code s}, where targets {@code t} count as {@code (1 − s) t + s / n}, with
   *     {@code n} classes; of class numbers the shape is the smoothing, and this is 0
   */
  public record LossNumbers(float shape, float balance, float smoothing) {
    static LossNumbers usual(LossFunction loss) {
      return new LossNumbers(loss.shape(), LossFunction.UNBALANCED, 0);
    }
  }

  /**
   * A weight tensor.
   *
   * @param name {@code layer/role}, such as {@code "hidden/kernel"}
   * @param at the index of its first float in the weights
   * @param initialization how it starts
   * @param fanIn the inputs of a unit, for the initialization
   * @param fanOut the outputs of a unit, for the initialization
   */
  public record Parameter(
      String name,
      List<Integer> shape,
      int at,
      Initialization initialization,
      int fanIn,
      int fanOut) {
    /** The floats of the tensor. */
    public int size() {
      return product(shape);
    }
  }

  /**
   * A row of the summary.
   *
   * @param kind the annotation's name, such as {@code "Dense"}
   * @param flops floating-point operations of the forward pass for one sample
   * @param computed how it is computed: {@code "unrolled"}, {@code "loop"}, {@code "native"}, or
   *     {@code "-"} for layers that cost nothing
   */
  public record Layer(
      String name,
      String kind,
      List<Integer> shape,
      List<String> inputs,
      int parameters,
      long flops,
      String computed) {}

  /**
   * The optimizer.
   *
   * @param name as the user writes it, such as {@code "Adam"}
   * @param slots the floats of memory it keeps per weight
   * @param settings its other attributes, for the summary: {@code "momentum=0.9"}
   * @param schedule the learning rate by step
   * @param accumulation the batches whose gradients make one step
   */
  public record Optimizer(
      String name, int slots, List<String> settings, Schedule schedule, int accumulation) {

    /** An optimizer with one learning rate for all steps, and a step for each batch. */
    public Optimizer(String name, int slots, float learningRate, List<String> settings) {
      this(name, slots, settings, new Schedule.Constant(learningRate), 1);
    }
  }

  /** The parameters that the optimizer changes. */
  public List<Parameter> trainedParameters() {
    List<Parameter> trainedOnes = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter.at() < trained) {
        trainedOnes.add(parameter);
      }
    }
    return trainedOnes;
  }

  /** The floats of all weights together. */
  public int parameterCount() {
    int count = 0;
    for (Parameter parameter : parameters) {
      count = Math.addExact(count, parameter.size());
    }
    return count;
  }

  /** The floats of a sample: all inputs, one after another. */
  public int sampleSize() {
    int sum = 0;
    for (Input input : inputs) {
      sum = Math.addExact(sum, input.size());
    }
    return sum;
  }

  /** The floats of a prediction: all outputs, one after another. */
  public int predictionSize() {
    int sum = 0;
    for (Output output : outputs) {
      sum = Math.addExact(sum, output.size());
    }
    return sum;
  }

  /** The floats of a sample's targets: those of all outputs, one after another. */
  public int targetSize() {
    int sum = 0;
    for (Output output : outputs) {
      sum = Math.addExact(sum, output.targetSize());
    }
    return sum;
  }

  // Plain loops here and above: the first stream of a process costs a tenth of XOR's whole run.
  private static int product(List<Integer> shape) {
    int product = 1;
    for (int length : shape) {
      product = Math.multiplyExact(product, length);
    }
    return product;
  }
}
