package dev.annotron.processor.optimize;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.optimize.Rewriter.Replacement;
import java.util.List;

/**
 * Computes cross-entropies from the values before sigmoid or softmax: stable, and with the gradient
 * {@code output − target} at once.
 */
final class FuseLoss implements Pass {
  @Override
  public String name() {
    return "fuse-loss";
  }

  @Override
  public Graph apply(Graph graph) {
    return Rewriter.rewrite(graph, graph.nodes(), FuseLoss::fuse);
  }

  private static Replacement fuse(Node node) {
    if (node.op() instanceof Op.Loss(LossKind kind)
        && !kind.fromLogits()
        && fits(kind.loss(), node.input(0).op())) {
      Node output = node.input(0);
      return new Replacement(
          new Op.Loss(kind.ofLogits()),
          List.of(output.input(0), output, node.input(1), node.input(2)));
    }
    return Replacement.same(node);
  }

  private static boolean fits(Loss loss, Op activation) {
    return switch (loss) {
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          activation instanceof Op.Activate(var function)
              && function.activation() == Activation.SIGMOID;
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE ->
          activation instanceof Op.Softmax;
      default -> false;
    };
  }
}
