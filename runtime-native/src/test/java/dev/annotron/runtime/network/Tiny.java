package dev.annotron.runtime.network;

import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.kernel.LossFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a network of the tests: inputs → tanh → output, whose activation goes with the loss.
 * Its optimizer is SGD with momentum 0.9.
 */
record Tiny(int[] inputs, int hidden, int outputs, LossFunction loss, MetricFunction... metrics) {
  static Tiny xor() {
    return new Tiny(
        new int[] {2},
        8,
        1,
        LossFunction.BINARY_CROSSENTROPY,
        MetricFunction.BINARY_LABEL_ACCURACY);
  }

  /** Two inputs, of 1 and 2 values, and three classes. */
  static Tiny classes() {
    return new Tiny(
        new int[] {1, 2},
        5,
        3,
        LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY,
        MetricFunction.SPARSE_CATEGORICAL_ACCURACY);
  }

  static Tiny regression() {
    return new Tiny(
        new int[] {3}, 4, 2, LossFunction.MEAN_SQUARED_ERROR, MetricFunction.MEAN_ABSOLUTE_ERROR);
  }

  int features() {
    int sum = 0;
    for (int input : inputs) {
      sum += input;
    }
    return sum;
  }

  int targets() {
    return loss.sparse() ? 1 : outputs;
  }

  int hiddenKernel() {
    return 0;
  }

  int hiddenBias() {
    return features() * hidden;
  }

  int outKernel() {
    return hiddenBias() + hidden;
  }

  int outBias() {
    return outKernel() + hidden * outputs;
  }

  /** Where the floats of a row lie: inputs, then target, hidden, output, and their gradients. */
  int targetAt() {
    return features();
  }

  int hiddenAt() {
    return targetAt() + targets();
  }

  int outAt() {
    return hiddenAt() + hidden;
  }

  int dOutAt() {
    return outAt() + outputs;
  }

  Architecture architecture() {
    return architecture("0123456789abcdef");
  }

  Architecture architecture(String hash) {
    Layout layout = layout();
    return new Architecture(
        "Tiny",
        hash,
        shapedInputs(),
        List.of(
            new Architecture.Output(
                new Architecture.Shaped("answer", List.of(outputs)), loss, 1, List.of(metrics))),
        parameters(),
        outBias() + outputs,
        List.of(
            layer("hidden", "Dense", hidden, hidden * (features() + 1)),
            layer("answer", "Dense", outputs, outputs * (hidden + 1))),
        new Architecture.Optimizer("Sgd", 1, 0.1f, List.of("momentum=0.9")),
        new FitOptions().verbose(0),
        7,
        layout,
        layout,
        layout);
  }

  private List<Architecture.Input> shapedInputs() {
    List<Architecture.Input> shaped = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      shaped.add(new Architecture.Input(new Architecture.Shaped("x" + i, List.of(inputs[i])), 0));
    }
    return shaped;
  }

  private List<Architecture.Parameter> parameters() {
    Initialization kernel = Initialization.GLOROT_UNIFORM;
    Initialization bias = Initialization.ZEROS;
    int in = features();
    return List.of(
        parameter("hidden/kernel", List.of(in, hidden), hiddenKernel(), kernel, in, hidden),
        parameter("hidden/bias", List.of(hidden), hiddenBias(), bias, in, hidden),
        parameter("answer/kernel", List.of(hidden, outputs), outKernel(), kernel, hidden, outputs),
        parameter("answer/bias", List.of(outputs), outBias(), bias, hidden, outputs));
  }

  private static Architecture.Parameter parameter(
      String name, List<Integer> shape, int at, Initialization initialization, int in, int out) {
    return new Architecture.Parameter(name, shape, at, initialization, in, out);
  }

  private static Architecture.Layer layer(String name, String kind, int units, int parameters) {
    return new Architecture.Layer(
        name, kind, List.of(units), List.of(), parameters, 2L * parameters, "loop");
  }

  int weightsAt() {
    return dOutAt() + outputs;
  }

  private Layout layout() {
    List<Layout.Slot> in = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < inputs.length; i++) {
      in.add(new Layout.Slot("x" + i, at, inputs[i]));
      at += inputs[i];
    }
    Layout.Slot h = new Layout.Slot("hidden", hiddenAt(), hidden);
    Layout.Slot out = new Layout.Slot("answer", outAt(), outputs);
    return new Layout(
        weightsAt() + 1,
        0,
        in,
        List.of(new Layout.Slot("answer", targetAt(), targets())),
        new Layout.Slot("weights", weightsAt(), 1),
        List.of(out),
        List.of(new Layout.Slot("answer", 0, 0)),
        new Layout.Slot("losses", 0, 0),
        List.of(h, out));
  }
}
