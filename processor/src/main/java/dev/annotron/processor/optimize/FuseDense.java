package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.optimize.Rewriter.Replacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes product, bias and activation in one: {@code function(x · kernel + bias)}. Bias and
 * activation go into the product only if nothing else reads the value between; a function whose
 * derivative needs its argument therefore stays apart in training and is fused in prediction.
 */
final class FuseDense implements Pass {
  @Override
  public String name() {
    return "fuse-dense";
  }

  @Override
  public Graph apply(Graph graph) {
    Map<Node, Replacement> fused = new HashMap<>();
    Set<Node> absorbed = new HashSet<>();
    Set<Node> shared = readMoreThanOnce(graph);
    for (Node node : graph.nodes()) {
      Replacement replacement = fuse(node, fused, shared);
      if (replacement != null) {
        fused.put(node, replacement);
        if (!(node.op() instanceof Op.MatMul)) {
          absorbed.add(node.input(0));
        }
      }
    }
    List<Node> kept = graph.nodes().stream().filter(node -> !absorbed.contains(node)).toList();
    return Rewriter.rewrite(graph, kept, node -> fused.getOrDefault(node, Replacement.same(node)));
  }

  private static @org.jspecify.annotations.Nullable Replacement fuse(
      Node node, Map<Node, Replacement> fused, Set<Node> shared) {
    if (node.op() instanceof Op.MatMul) {
      return new Replacement(new Op.Dense(Pointwise.LINEAR, false), node.inputs());
    }
    if (node.inputs().isEmpty() || shared.contains(node.input(0))) {
      return null;
    }
    Replacement before = fused.get(node.input(0));
    if (before == null || !(before.op() instanceof Op.Dense dense)) {
      return null;
    }
    if (!dense.function().equals(Pointwise.LINEAR)) {
      return null;
    }
    return switch (node.op()) {
      case Op.AddBias _ when !dense.hasBias() ->
          new Replacement(
              new Op.Dense(Pointwise.LINEAR, true), append(before.inputs(), node.input(1)));
      case Op.Activate(Pointwise function) ->
          new Replacement(new Op.Dense(function, dense.hasBias()), before.inputs());
      default -> null;
    };
  }

  private static Set<Node> readMoreThanOnce(Graph graph) {
    Set<Node> once = new HashSet<>(graph.roots());
    Set<Node> more = new HashSet<>(graph.roots());
    for (Node node : graph.nodes()) {
      for (Node input : node.inputs()) {
        if (!once.add(input)) {
          more.add(input);
        }
      }
    }
    return more;
  }

  private static List<Node> append(List<Node> nodes, Node node) {
    List<Node> longer = new ArrayList<>(nodes);
    longer.add(node);
    return longer;
  }
}
