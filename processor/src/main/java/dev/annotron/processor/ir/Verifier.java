package dev.annotron.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what every stage may rely on. A failure is a defect of the compiler, never of a user. */
public final class Verifier {
  private Verifier() {}

  /**
   * Checks a graph and returns it.
   *
   * @throws IllegalStateException naming the stage and the node
   */
  public static Graph verify(String stage, Graph graph) {
    Set<Node> seen = new HashSet<>();
    for (Node node : graph.nodes()) {
      require(seen.containsAll(node.inputs()), stage, node, "reads a node that comes later");
      require(seen.add(node), stage, node, "is there twice");
      List<Type> operands = node.inputs().stream().map(Node::type).toList();
      require(Types.infer(node.op(), operands).equals(node.type()), stage, node, "is ill-typed");
    }
    graph.roots().forEach(root -> require(seen.contains(root), stage, root, "is a lost root"));
    graph.layers().values().forEach(n -> require(seen.contains(n), stage, n, "is a lost layer"));
    graph.gradients().forEach((parameter, gradient) -> gradient(stage, parameter, gradient));
    graph.updates().forEach((parameter, next) -> update(stage, parameter, next));
    graph
        .losses()
        .forEach(term -> require(isLoss(term.value()), stage, term.value(), "is no loss"));
    return graph;
  }

  private static void gradient(String stage, Node parameter, Node gradient) {
    require(changes(parameter, Op.Change.TRAINED), stage, parameter, "is no trained parameter");
    require(
        parameter.type().equals(gradient.type()), stage, gradient, "is no gradient of its shape");
  }

  private static void update(String stage, Node parameter, Node next) {
    require(changes(parameter, Op.Change.UPDATED), stage, parameter, "is no updated parameter");
    require(parameter.type().equals(next.type()), stage, next, "is no value of its shape");
  }

  private static boolean changes(Node node, Op.Change change) {
    return node.op() instanceof Op.Parameter parameter && parameter.change() == change;
  }

  private static boolean isLoss(Node node) {
    return node.type().equals(Type.shared(Shape.SCALAR));
  }

  private static void require(boolean condition, String stage, Node node, String complaint) {
    if (!condition) {
      throw new IllegalStateException(
          "after " + stage + ", node " + node + " (" + node.op() + ") " + complaint);
    }
  }
}
