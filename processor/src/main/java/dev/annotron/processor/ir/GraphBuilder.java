package dev.annotron.processor.ir;

import dev.annotron.processor.ir.Node.Origin;
import java.util.ArrayList;
import java.util.List;

/** The only maker of nodes: it infers each type, so that no ill-typed node can exist. */
public final class GraphBuilder {
  private final List<Node> nodes = new ArrayList<>();

  /**
   * Adds a node.
   *
   * @throws IllegalArgumentException if the operands do not fit the operation: callers check first
   *     what a user could get wrong
   */
  public Node add(Origin origin, Op op, List<Node> inputs) {
    Type type = Types.infer(op, inputs.stream().map(Node::type).toList());
    Node node = new Node(nodes.size(), op, inputs, type, origin);
    nodes.add(node);
    return node;
  }

  public Node add(Origin origin, Op op, Node... inputs) {
    return add(origin, op, List.of(inputs));
  }

  /** All nodes so far, operands before their users. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }
}
