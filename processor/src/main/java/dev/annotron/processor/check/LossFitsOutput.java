package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.layer.Composed;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

/** A cross-entropy needs outputs that are probabilities of the kind that it compares. */
final class LossFitsOutput {
  private static final String POISSON_MEND =
      "it needs values of 0 or above: end it with @Activate(EXPONENTIAL), or with a @Dense of"
          + " activation = SOFTPLUS";
  private static final String BINARY_MEND =
      "it needs values between 0 and 1: end it with @Activate(SIGMOID), or with a @Dense of"
          + " activation = SIGMOID";
  private static final String CATEGORICAL_MEND =
      "it needs probabilities that sum to 1: end it with @Activate(SOFTMAX), or with a @Dense"
          + " of activation = SOFTMAX";

  private LossFitsOutput() {}

  static void check(ModelSpec model, Composed composed, Report report) {
    List<OutputSpec> outputs = model.outputs();
    for (OutputSpec output : outputs) {
      if (output.layer().layer().kind().equals("Input")) { // a mistake of its own
        continue;
      }
      Optional<Node> result = composed.result(output.layer().name());
      String mend =
          result
              .map(node -> mend(output.loss().value(), node))
              .orElseGet(() -> mendByActivation(output));
      if (!mend.isEmpty()) {
        String shape = result.map(node -> node.shape().toString()).orElse("");
        report(model, output, output.equals(outputs.getLast()), shape, mend, report);
      }
    }
  }

  private static void report(
      ModelSpec model, OutputSpec output, boolean last, String shape, String mend, Report report) {
    Value<Loss> loss = output.loss();
    String layer = output.layer().name();
    Optional<AnnotationSpec> marked = output.layer().modifier("Output");
    if (!last && marked.isPresent() && marked.get().names("loss").isEmpty()) {
      report.addAs(Code.OUTPUT_LOSS, marked.get().at(), layer, loss.value(), shape, mend);
    } else {
      report.add(
          Code.LOSS_OUTPUT,
          loss.at(),
          "%s: %s does not fit the output %s%s; %s"
              .formatted(model.interfaceName(), loss.value(), layer, shape, mend));
    }
  }

  private static String mend(Loss loss, Node output) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, HINGE, SQUARED_HINGE -> "";
      case POISSON -> isNotNegative(output) ? "" : POISSON_MEND;
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          isProbability(output) ? "" : BINARY_MEND;
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
          categoricalMend(output);
    };
  }

  /** The same where a mistake keeps the output from being composed: as far as its activation. */
  private static String mendByActivation(OutputSpec output) {
    Optional<Activation> written = Chains.activation(output.layer()).map(Value::value);
    // A linear layer passes on what it is not told: another activation may stand above it.
    return written
        .filter(
            activation -> !Chains.isActivation(output.layer()) || activation != Activation.LINEAR)
        .map(activation -> mend(output.loss().value(), activation))
        .orElse("");
  }

  private static String mend(Loss loss, Activation activation) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, HINGE, SQUARED_HINGE -> "";
      case POISSON -> isProbability(activation) || isNotNegative(activation) ? "" : POISSON_MEND;
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          isProbability(activation) ? "" : BINARY_MEND;
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
          activation == Activation.SOFTMAX ? "" : CATEGORICAL_MEND;
    };
  }

  private static String categoricalMend(Node output) {
    if (output.shape().last() < 2) {
      return "it chooses among two or more units: for one, use BINARY_CROSSENTROPY with SIGMOID";
    }
    return source(output).op() instanceof Op.Softmax ? "" : CATEGORICAL_MEND;
  }

  private static boolean isNotNegative(Node output) {
    return isProbability(output)
        || (source(output).op() instanceof Op.Activate(var function)
            && isNotNegative(function.activation()));
  }

  private static boolean isNotNegative(Activation activation) {
    return switch (activation) {
      case EXPONENTIAL, SOFTPLUS, RELU, RELU6 -> true;
      default -> false;
    };
  }

  /** Whether all values lie between 0 and 1 by the way they are computed. */
  private static boolean isProbability(Node node) {
    return switch (source(node).op()) {
      case Op.Softmax _ -> true;
      case Op.Activate(var function) -> isProbability(function.activation());
      case Op.Concat _ -> source(node).inputs().stream().allMatch(LossFitsOutput::isProbability);
      default -> false;
    };
  }

  private static boolean isProbability(Activation activation) {
    return switch (activation) {
      case SOFTMAX, SIGMOID, HARD_SIGMOID -> true;
      default -> false;
    };
  }

  /** The node whose values another holds in another shape. */
  private static Node source(Node node) {
    return node.op() instanceof Op.Reshape ? source(node.input(0)) : node;
  }
}
