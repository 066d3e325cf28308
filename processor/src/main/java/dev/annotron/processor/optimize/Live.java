package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which nodes matter. */
final class Live {
  private Live() {}

  /** The nodes that {@code roots} need, and all sources, which are the network's face. */
  static List<Node> nodes(Graph graph, List<Node> roots) {
    Set<Node> live = new HashSet<>(roots);
    for (Node node : graph.nodes().reversed()) {
      if (live.contains(node)) {
        live.addAll(node.inputs());
      }
    }
    return graph.nodes().stream()
        .filter(node -> live.contains(node) || node.op() instanceof Op.Source)
        .toList();
  }
}
