package dev.annotron.processor.ir;

import dev.annotron.processor.ir.Node.Origin;
import java.util.ArrayList;
import java.util.List;

/** The only maker of nodes: it infers each type, so that no ill-typed node can exist. */
public final class GraphBuilder {
  private final List<Node> nodes;

  /** Starts with no node. */
  public GraphBuilder() {
    this(List.of());
  }

  /** Goes on behind the nodes of a graph. */
  public GraphBuilder(List<Node> nodes) {
    this.nodes = new ArrayList<>(nodes);
  }

  /**
   * Adds a node.
   *
   * @throws IllegalArgumentException if the operands do not fit the operation: callers check first
   *     what a user could get wrong
   */
  public Node add(Origin origin, Op op, List<Node> inputs) {
    Type type = Types.infer(op, inputs.stream().map(Node::type).toList());
    int id = nodes.isEmpty() ? 0 : nodes.getLast().id() + 1;
    Node node = new Node(id, op, inputs, type, origin);
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
