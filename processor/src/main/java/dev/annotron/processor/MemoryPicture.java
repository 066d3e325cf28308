package dev.annotron.processor;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.MemoryPlan.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Work memory over the operations of a step: a bar for each tensor, from the operation that writes
 * it to the last that reads it, at its place in memory.
 */
final class MemoryPicture {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 260;
  private static final double THINNEST = 0.75;

  private MemoryPicture() {}

  static String svg(Graph graph, MemoryPlan memory) {
    StringBuilder svg =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" role=\"img\" aria-label=\"memory\">\n",
                WIDTH,
                HEIGHT,
                WIDTH));
    List<Node> nodes = graph.nodes();
    Map<Node, Integer> last = lastReads(graph);
    double perNode = WIDTH / Math.max(1, nodes.size());
    double perFloat = HEIGHT / Math.max(1, memory.size());
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      Slot slot = memory.slots().get(node);
      if (slot != null) {
        int end = last.getOrDefault(node, i);
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"><title>%s</title></rect>\n",
                node.origin().backward() ? "backward" : "layer",
                i * perNode,
                slot.at() * perFloat,
                (end - i + 1) * perNode,
                Math.max(THINNEST, slot.size() * perFloat),
                ReportPage.escaped(title(node, slot))));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String title(Node node, Slot slot) {
    return "%s: %s%s at %d, %d floats per sample"
        .formatted(
            node.origin().layer(), ReportPage.name(node), node.shape(), slot.at(), slot.size());
  }

  /** The number of the operation that reads a tensor last; what is kept is read to the end. */
  private static Map<Node, Integer> lastReads(Graph graph) {
    Map<Node, Integer> last = new HashMap<>();
    List<Node> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      for (Node input : nodes.get(i).inputs()) {
        last.put(input, i);
      }
    }
    Set<Node> kept = new HashSet<>(graph.outputs());
    kept.addAll(graph.inputs());
    kept.addAll(graph.targets());
    kept.forEach(node -> last.put(node, nodes.size() - 1));
    return last;
  }
}
