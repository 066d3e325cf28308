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
import java.util.Optional;
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
    Set<Node> shared = readMoreThanOnce(graph);
    Map<Node, Replacement> fused = new HashMap<>();
    Set<Node> absorbed = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Op.MatMul) {
        fused.put(node, new Replacement(new Op.Dense(Pointwise.LINEAR, false), node.inputs()));
      } else if (!node.inputs().isEmpty() && !shared.contains(node.input(0))) {
        Optional.ofNullable(fused.get(node.input(0)))
            .flatMap(before -> append(before, node))
            .ifPresent(
                longer -> {
                  fused.put(node, longer);
                  absorbed.add(node.input(0));
                });
      }
    }
    List<Node> kept = graph.nodes().stream().filter(node -> !absorbed.contains(node)).toList();
    return Rewriter.rewrite(graph, kept, node -> fused.getOrDefault(node, Replacement.same(node)));
  }

  /** The fused layer with one more operation at its end, if that can be. */
  private static Optional<Replacement> append(Replacement before, Node node) {
    if (!(before.op() instanceof Op.Dense(Pointwise function, boolean hasBias))
        || !function.equals(Pointwise.LINEAR)) {
      return Optional.empty();
    }
    return switch (node.op()) {
      case Op.AddBias _ when !hasBias -> {
        List<Node> inputs = new ArrayList<>(before.inputs());
        inputs.add(node.input(1));
        yield Optional.of(new Replacement(new Op.Dense(Pointwise.LINEAR, true), inputs));
      }
      case Op.Activate(Pointwise activation) ->
          Optional.of(new Replacement(new Op.Dense(activation, hasBias), before.inputs()));
      default -> Optional.empty();
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
}
