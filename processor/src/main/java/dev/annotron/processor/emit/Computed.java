package dev.annotron.processor.emit;

import dev.annotron.processor.ir.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes, and the code that computes them.
 *
 * @param tensors what the code reads and writes in memory
 */
record Computed(List<Node> nodes, List<Node> tensors, Piece piece) {

  /** A node that is computed by itself. */
  static Computed alone(Node node, Piece piece) {
    List<Node> tensors = new ArrayList<>(node.inputs());
    tensors.add(node);
    return new Computed(List.of(node), tensors, piece);
  }
}
