package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.optimize.Rewriter.Replacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Multiplies by an activation's derivative before the gradient of max-pooling spreads out, not
 * after: what a window has goes to a value that equals its result, so the derivative there is known
 * from the result, and there are a few times fewer of these. Of sequences it is not, as their pools
 * read them in the shape of a picture.
 */
final class PoolDerivatives implements Pass {
  @Override
  public String name() {
    return "pool-derivatives";
  }

  @Override
  public Graph apply(Graph graph) {
    Map<Node, Node> derivatives = derivatives(graph);
    Map<Node, Node> instead = new HashMap<>();
    derivatives.forEach((pool, derivative) -> instead.put(derivative, pool));
    List<Node> kept = new ArrayList<>();
    for (Node node : graph.nodes()) {
      Node derivative = derivatives.get(node);
      if (derivative != null) {
        kept.add(derivative);
      }
      if (!instead.containsKey(node)) {
        kept.add(node);
      }
    }
    return Rewriter.rewrite(graph, kept, node -> changed(node, derivatives, instead));
  }

  /**
   * The derivatives that can go first, by the gradients of pools that they are of. One that follows
   * from the argument reads that, and not what the pool reads, so it is not found.
   */
  private static Map<Node, Node> derivatives(Graph graph) {
    Set<Node> shared = Readers.moreThanOne(graph);
    Map<Node, Node> found = new HashMap<>();
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.ActivateGradient
          && node.input(1).op() instanceof PoolOp.MaxPoolGradient
          && node.input(1).input(0) == node.input(0)
          && !shared.contains(node.input(1))) {
        found.put(node.input(1), node);
      }
    }
    return found;
  }

  private static Replacement changed(
      Node node, Map<Node, Node> derivatives, Map<Node, Node> instead) {
    Node pool = instead.get(node);
    Node derivative = derivatives.get(node);
    // In a chain of pools, what one is given is what became of the next one's derivative.
    List<Node> inputs =
        (pool == null ? node : pool)
            .inputs().stream().map(input -> instead.getOrDefault(input, input)).toList();
    if (pool != null) {
      return new Replacement(node.op(), inputs.subList(1, 3));
    }
    return new Replacement(
        node.op(), derivative == null ? inputs : List.of(inputs.get(0), inputs.get(1), derivative));
  }
}
