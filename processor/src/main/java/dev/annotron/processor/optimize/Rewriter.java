package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a graph anew, node by node, with a rule for those that change. */
final class Rewriter {
  private final GraphBuilder builder = new GraphBuilder();
  private final Map<Node, Node> renewed = new HashMap<>();

  /** What becomes of a node. */
  @FunctionalInterface
  interface Rule {
    Replacement of(Node node);
  }

  /** An operation on nodes of the old graph. */
  record Replacement(Op op, List<Node> inputs) {
    static Replacement same(Node node) {
      return new Replacement(node.op(), node.inputs());
    }
  }

  private Rewriter() {}

  /**
   * The graph with {@code rule} applied to each of {@code kept}, which are nodes of it in order.
   */
  static Graph rewrite(Graph graph, List<Node> kept, Rule rule) {
    Rewriter rewriter = new Rewriter();
    for (Node node : kept) {
      Replacement replacement = rule.of(node);
      List<Node> inputs = replacement.inputs().stream().map(rewriter::renew).toList();
      rewriter.renewed.put(node, rewriter.builder.add(node.origin(), replacement.op(), inputs));
    }
    return rewriter.finish(graph);
  }

  private Graph finish(Graph graph) {
    Map<String, Node> layers = new LinkedHashMap<>();
    graph.layers().forEach((name, node) -> find(node).ifPresent(found -> layers.put(name, found)));
    Map<Node, Node> gradients = new LinkedHashMap<>();
    graph.gradients().forEach((of, gradient) -> gradients.put(renew(of), renew(gradient)));
    Map<Node, Node> updates = new LinkedHashMap<>();
    graph.updates().forEach((of, next) -> updates.put(renew(of), renew(next)));
    return new Graph(
        builder.nodes(),
        graph.outputs().stream().map(this::renew).toList(),
        layers,
        graph.losses().stream().map(this::renew).toList(),
        gradients,
        updates);
  }

  private Optional<Node> find(Node node) {
    return Optional.ofNullable(renewed.get(node));
  }

  private LossTerm renew(LossTerm term) {
    return new LossTerm(renew(term.value()), term.weight());
  }

  private Node renew(Node node) {
    return find(node).orElseThrow(() -> new IllegalStateException("lost " + node));
  }
}
