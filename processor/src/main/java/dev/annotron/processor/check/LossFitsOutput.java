package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;

/** A cross-entropy needs outputs that are probabilities of the kind that it compares. */
public final class LossFitsOutput {
  private LossFitsOutput() {}

  public static void check(ModelSpec model, Graph graph, Report report) {
    Value<Loss> loss = model.train().loss();
    Node output = graph.outputs().getFirst();
    String layer = model.layers().getLast().name();
    String mend =
        switch (loss.value()) {
          case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR -> "";
          case BINARY_CROSSENTROPY -> binaryMend(output);
          case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY -> categoricalMend(output);
        };
    if (!mend.isEmpty()) {
      report.add(
          Code.LOSS_OUTPUT,
          loss.at(),
          "%s: %s does not fit the output %s%s; %s"
              .formatted(model.interfaceName(), loss.value(), layer, output.shape(), mend));
    }
  }

  private static String binaryMend(Node output) {
    boolean probability =
        producer(output) instanceof Op.Activate(var function)
            && (function.activation() == Activation.SIGMOID
                || function.activation() == Activation.HARD_SIGMOID);
    return probability
        ? ""
        : "it needs values between 0 and 1: give the layer activation = SIGMOID";
  }

  private static String categoricalMend(Node output) {
    if (output.shape().last() < 2) {
      return "it chooses among two or more units: for one, use BINARY_CROSSENTROPY with SIGMOID";
    }
    return producer(output) instanceof Op.Softmax
        ? ""
        : "it needs probabilities that sum to 1: give the layer activation = SOFTMAX";
  }

  private static Op producer(Node node) {
    return node.op() instanceof Op.Reshape ? producer(node.input(0)) : node.op();
  }
}
