package dev.annotron.processor.ir;

import java.util.function.Function;
import java.util.stream.Collectors;

/** A graph as text, one node a line: {@code %4 = AddBias(%3, %2) : batch×[8] hidden}. */
public final class Dump {
  private Dump() {}

  public static String dump(Graph graph) {
    return dump(graph, _ -> "");
  }

  /** The same with a remark behind each node. */
  public static String dump(Graph graph, Function<Node, String> remark) {
    StringBuilder text = new StringBuilder();
    for (Node node : graph.nodes()) {
      text.append(line(node)).append(remark.apply(node)).append('\n');
    }
    text.append("outputs ").append(graph.outputs()).append('\n');
    graph
        .losses()
        .forEach(
            term ->
                text.append("loss ")
                    .append(term.weight() == 1 ? "" : term.weight() + " * ")
                    .append(term.value())
                    .append('\n'));
    graph
        .gradients()
        .forEach(
            (parameter, gradient) ->
                text.append("gradient of ")
                    .append(((Op.Parameter) parameter.op()).name())
                    .append(" is ")
                    .append(gradient)
                    .append('\n'));
    return text.toString();
  }

  private static String line(Node node) {
    String operands =
        node.inputs().stream().map(Node::toString).collect(Collectors.joining(", ", "(", ")"));
    String phase = node.origin().backward() ? " backward" : "";
    return "%-4s = %s%s : %s  ; %s%s"
        .formatted(node, node.op(), operands, node.type(), node.origin().layer(), phase);
  }
}
