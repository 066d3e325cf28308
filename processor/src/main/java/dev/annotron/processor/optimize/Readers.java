package dev.annotron.processor.optimize;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import java.util.HashSet;
import java.util.Set;

/** Who reads the nodes of a graph. */
final class Readers {
  private Readers() {}

  /** The nodes that are read more than once, or by whoever uses the graph. */
  static Set<Node> moreThanOne(Graph graph) {
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
