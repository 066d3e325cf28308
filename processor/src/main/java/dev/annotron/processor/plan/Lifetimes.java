package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Until when each tensor's memory is needed, counted in nodes of the graph. */
final class Lifetimes {
  private final Map<Node, Integer> lastUse = new HashMap<>();
  private final Set<Node> forEver = new HashSet<>();

  Lifetimes(Graph graph) {
    List<Node> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      use(nodes.get(i), i);
      for (Node input : nodes.get(i).inputs()) {
        use(input, i);
      }
    }
    graph.outputs().forEach(output -> forEver.add(output.owner()));
    graph.inputs().forEach(forEver::add);
    forEver.addAll(graph.targets());
    graph.outputLosses().stream()
        .flatMap(loss -> Graph.mask(loss).stream())
        .forEach(mask -> forEver.add(mask.owner()));
    graph.sampleWeights().ifPresent(forEver::add);
  }

  private void use(Node node, int now) {
    lastUse.merge(node.owner(), now, Math::max);
  }

  /** Whether an owner's memory is needed no more once node number {@code now} is computed. */
  boolean endsAt(Node owner, int now) {
    return !forEver.contains(owner) && Known.get(lastUse, owner) == now;
  }
}
