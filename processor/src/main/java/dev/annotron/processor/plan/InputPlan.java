package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.List;

/** Who reads the input of a network. */
final class InputPlan {
  private InputPlan() {}

  /**
   * Whether nothing reads it but kernels of dense layers, a sample for each row of their operand:
   * they can do without having the batch in one piece.
   */
  static boolean inPlace(List<Graph> graphs, KernelPlan kernels) {
    return kernels.worthNative()
        && graphs.stream()
            .allMatch(
                graph ->
                    graph.inputs().size() == 1
                        && !isKept(graph)
                        && graph.nodes().stream()
                            .filter(InputPlan::readsInput)
                            .allMatch(node -> isDense(node) && kernels.way(node) == Way.NATIVE));
  }

  /** Whether the input is also what a graph gives back, or what training learns from. */
  private static boolean isKept(Graph graph) {
    return graph.roots().stream().anyMatch(root -> isInput(root));
  }

  /** Whether a node is the input of a network, be it in another shape. */
  static boolean isInput(Node node) {
    return node.owner().op() instanceof Op.Input;
  }

  private static boolean readsInput(Node node) {
    return !isInput(node) && node.inputs().stream().anyMatch(InputPlan::isInput);
  }

  private static boolean isDense(Node node) {
    boolean product =
        switch (node.op()) {
          case Op.MatMul _, Op.Dense _, Op.MatMulKernelGradient _ -> true;
          default -> false;
        };
    boolean onlyFirst = node.inputs().stream().skip(1).noneMatch(InputPlan::isInput);
    return product && onlyFirst && node.input(0).shape().rank() == 1;
  }
}
