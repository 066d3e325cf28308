package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** A cross-entropy needs outputs that are probabilities of the kind that it compares. */
final class LossFitsOutput {
  private LossFitsOutput() {}

  static void check(ModelSpec model, Graph graph, Report report) {
    List<OutputSpec> outputs = model.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      check(model.interfaceName(), outputs.get(i), graph.outputs().get(i), report);
    }
  }

  private static void check(String network, OutputSpec spec, Node output, Report report) {
    Value<Loss> loss = spec.loss();
    String layer = spec.layer().name();
    String mend =
        switch (loss.value()) {
          case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, HINGE, SQUARED_HINGE -> "";
          case POISSON -> poissonMend(output);
          case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY -> binaryMend(output);
          case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
              categoricalMend(output);
        };
    if (!mend.isEmpty()) {
      report.add(
          Code.LOSS_OUTPUT,
          loss.at(),
          "%s: %s does not fit the output %s%s; %s"
              .formatted(network, loss.value(), layer, output.shape(), mend));
    }
  }

  private static String poissonMend(Node output) {
    return isNotNegative(output)
        ? ""
        : "it needs values of 0 or above: end it with @Activate(EXPONENTIAL), or with a @Dense of"
            + " activation = SOFTPLUS";
  }

  private static boolean isNotNegative(Node output) {
    return isProbability(output)
        || (source(output).op() instanceof Op.Activate(var function)
            && switch (function.activation()) {
              case EXPONENTIAL, SOFTPLUS, RELU, RELU6 -> true;
              default -> false;
            });
  }

  private static String binaryMend(Node output) {
    return isProbability(output)
        ? ""
        : "it needs values between 0 and 1: end it with @Activate(SIGMOID), or with a @Dense of"
            + " activation = SIGMOID";
  }

  private static String categoricalMend(Node output) {
    if (output.shape().last() < 2) {
      return "it chooses among two or more units: for one, use BINARY_CROSSENTROPY with SIGMOID";
    }
    return source(output).op() instanceof Op.Softmax
        ? ""
        : "it needs probabilities that sum to 1: end it with @Activate(SOFTMAX), or with a @Dense"
            + " of activation = SOFTMAX";
  }

  /** Whether all values lie between 0 and 1 by the way they are computed. */
  private static boolean isProbability(Node node) {
    return switch (source(node).op()) {
      case Op.Softmax _ -> true;
      case Op.Activate(var function) ->
          function.activation() == Activation.SIGMOID
              || function.activation() == Activation.HARD_SIGMOID;
      case Op.Concat _ -> source(node).inputs().stream().allMatch(LossFitsOutput::isProbability);
      default -> false;
    };
  }

  /** The node whose values another holds in another shape. */
  private static Node source(Node node) {
    return node.op() instanceof Op.Reshape ? source(node.input(0)) : node;
  }
}
