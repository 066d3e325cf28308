package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reverse-mode automatic differentiation: adds to a graph with a loss the nodes that compute the
 * loss's derivative by each parameter, and no others.
 */
public final class Autodiff {
  private final GraphBuilder builder;
  private final Derivatives derivatives;
  private final Set<Node> trained;
  private final Map<Node, Node> gradients = new HashMap<>();
  private final Map<Node, Double> weights = new HashMap<>();

  private Autodiff(Graph graph) {
    builder = new GraphBuilder(graph.nodes());
    derivatives = new Derivatives(builder);
    trained = dependingOnTrained(graph);
    graph.losses().forEach(term -> weights.put(term.value(), term.weight()));
  }

  /** The graph with gradients of all parameters that the loss depends on. */
  public static Graph differentiate(Graph graph) {
    Autodiff autodiff = new Autodiff(graph);
    graph.nodes().reversed().forEach(autodiff::propagate);
    Map<Node, Node> gradients = new LinkedHashMap<>();
    for (Node parameter : graph.parameters()) {
      if (autodiff.gradients.containsKey(parameter)) {
        gradients.put(parameter, autodiff.gradients.get(parameter));
      }
    }
    return new Graph(
        autodiff.builder.nodes(),
        graph.outputs(),
        graph.layers(),
        graph.losses(),
        gradients,
        graph.updates());
  }

  private void propagate(Node node) {
    if (weights.containsKey(node)) {
      if (trained.contains(node.input(0))) {
        accumulate(node.input(0), derivatives.ofLoss(node, Known.get(weights, node)));
      }
    } else if (gradients.containsKey(node)) {
      for (int i = 0; i < node.inputs().size(); i++) {
        if (node.op().differentiatesBy(i) && trained.contains(node.input(i))) {
          accumulate(node.input(i), derivatives.of(node, i, gradients.get(node)));
        }
      }
    }
  }

  private void accumulate(Node node, Node gradient) {
    gradients.merge(
        node,
        gradient,
        (sum, more) -> builder.add(more.origin(), new Op.Add(), List.of(sum, more)));
  }

  private static Set<Node> dependingOnTrained(Graph graph) {
    Set<Node> found = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (isTrained(node) || dependsOn(node, found)) {
        found.add(node);
      }
    }
    return found;
  }

  private static boolean dependsOn(Node node, Set<Node> nodes) {
    return IntStream.range(0, node.inputs().size())
        .anyMatch(i -> node.op().differentiatesBy(i) && nodes.contains(node.input(i)));
  }

  private static boolean isTrained(Node node) {
    return node.op() instanceof Op.Parameter parameter && parameter.change() == Op.Change.TRAINED;
  }
}
