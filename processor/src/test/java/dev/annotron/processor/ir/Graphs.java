package dev.annotron.processor.ir;

import dev.annotron.Activation;
import dev.annotron.Initializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small graphs for tests of the stages that work on graphs. */
public final class Graphs {
  private final GraphBuilder builder = new GraphBuilder();
  private final Map<String, Node> layers = new LinkedHashMap<>();

  public Node input(String name, Integer... shape) {
    return layer(name, new Op.Input(name, Shape.of(shape)));
  }

  /** A dense layer of linear units, with a bias. */
  public Node dense(String name, Node x, int units) {
    int in = x.shape().last();
    Node kernel = parameter(name + "/kernel", Shape.of(in, units));
    Node bias = parameter(name + "/bias", Shape.of(units));
    Node product = add(name, new Op.MatMul(), x, kernel);
    return layer(name, new Op.AddBias(), product, bias);
  }

  /** A dense layer with an activation. */
  public Node dense(String name, Node x, int units, Activation activation) {
    return layer(name, new Op.Activate(Pointwise.of(activation)), dense(name, x, units));
  }

  public Node parameter(String name, Shape shape) {
    return add(name, new Op.Parameter(name, shape, Initializer.ZEROS, 1, 1));
  }

  public Node layer(String name, Op op, Node... operands) {
    Node node = add(name, op, operands);
    layers.put(name, node);
    return node;
  }

  public Node add(String layer, Op op, Node... operands) {
    return builder.add(new Node.Origin(layer, false), op, operands);
  }

  /** The graph that returns {@code output}. */
  public Graph returning(Node output) {
    return new Graph(builder.nodes(), List.of(output), layers, List.of(), Map.of());
  }

  /** The simple names of a graph's operations, sources left out. */
  public static List<String> operations(Graph graph) {
    return graph.nodes().stream()
        .map(Node::op)
        .filter(op -> !(op instanceof Op.Source))
        .map(op -> op.getClass().getSimpleName())
        .toList();
  }
}
