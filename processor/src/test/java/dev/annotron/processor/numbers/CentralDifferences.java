package dev.annotron.processor.numbers;

import dev.annotron.Loss;
import dev.annotron.processor.autodiff.Autodiff;
import dev.annotron.processor.interpret.Interpreter;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Compares derivatives with central differences of a random projection of an operation's result.
 *
 * <p>The projection comes from a mean squared error: for the target {@code y − r} its gradient by
 * {@code y} is {@code r · 2 / n}. Each per-sample operand is an input with a bias added, so that
 * the gradient by the bias is the row sum of the operand's whole gradient, which is compared.
 */
final class CentralDifferences {
  private static final Node.Origin ORIGIN = new Node.Origin("checked", false);
  private static final double STEP = 1e-5;

  private final GraphBuilder builder = new GraphBuilder();
  private final Map<String, Node> operands = new LinkedHashMap<>();
  private final Map<String, double[]> sources = new HashMap<>();
  private final Random random;
  private final int rows;

  CentralDifferences(long seed, int rows) {
    this.random = new Random(seed);
    this.rows = rows;
  }

  /** A per-sample operand with values that {@code shaped} keeps away from kinks. */
  Node operand(Shape shape, DoubleUnaryOperator shaped) {
    String name = "x" + operands.size();
    Node input = builder.add(ORIGIN, new Op.Input(name, shape));
    Node bias = parameter(name + "/bias", Shape.of(shape.last()));
    sources.put(name + "/bias", new double[shape.last()]);
    sources.put(name, values(rows * shape.size(), shaped));
    operands.put(name, bias);
    return builder.add(ORIGIN, new Op.AddBias(), input, bias);
  }

  /** A per-sample operand by which nothing is differentiated. */
  Node constant(Shape shape, DoubleUnaryOperator shaped) {
    String name = "c" + sources.size();
    sources.put(name, values(rows * shape.size(), shaped));
    return builder.add(ORIGIN, new Op.Input(name, shape));
  }

  /** An operand that all samples share. */
  Node shared(Shape shape) {
    return shared(shape, x -> x);
  }

  /** The same with values that {@code shaped} keeps in bounds. */
  Node shared(Shape shape, DoubleUnaryOperator shaped) {
    String name = "w" + operands.size();
    Node node = parameter(name, shape);
    sources.put(name, values(shape.size(), shaped));
    operands.put(name, node);
    return node;
  }

  /** An operand that all samples share, by which nothing is differentiated. */
  Node constant(Shape shape) {
    String name = "c" + sources.size();
    sources.put(name, values(shape.size(), x -> x));
    return builder.add(
        ORIGIN,
        new Op.Parameter(name, shape, dev.annotron.Initializer.ZEROS, 1, 1, Op.Change.FROZEN));
  }

  /** How much samples count: each another number above 0. */
  Node weights() {
    double[] weights = new Random(rows).doubles(rows, 0.5, 2).toArray();
    sources.put(Interpreter.SAMPLE_WEIGHTS, weights);
    return builder.add(ORIGIN, new Op.SampleWeights());
  }

  Node add(Op op, Node... inputs) {
    return builder.add(ORIGIN, op, inputs);
  }

  int rows() {
    return rows;
  }

  double[] values(int size, DoubleUnaryOperator shaped) {
    return random.doubles(size, -2, 2).map(shaped).toArray();
  }

  /** The worst error of the derivatives of {@code y}, relative to the largest of each. */
  double worstError(Node y, UnaryOperator<Op> mistake) {
    Node target = builder.add(ORIGIN, new Op.Target("y", y.shape()));
    LossKind kind = new LossKind(Loss.MEAN_SQUARED_ERROR, false);
    Node alike = builder.add(ORIGIN, new Op.SampleWeights());
    Node loss = builder.add(ORIGIN, new Op.Loss(kind), y, target, alike);
    double[] zeros = new double[rows * y.shape().size()];
    double[] targets = forward(y, loss, zeros).get(y).clone();
    double[] projection = values(targets.length, x -> x);
    for (int i = 0; i < targets.length; i++) {
      targets[i] -= projection[i]; // the projection times 2 / n is the gradient
    }
    return worstErrorOfLoss(y, loss, targets, mistake);
  }

  /** The same for a loss, which is a number already. */
  double worstErrorOfLoss(Node y, Node loss, double[] targets, UnaryOperator<Op> mistake) {
    sources.put(Interpreter.TARGET + "y", targets);
    Graph graph = Autodiff.differentiate(graph(y, loss));
    Graph wrong = mistaken(graph, mistake);
    Map<Node, double[]> values = Interpreter.run(wrong, sources, rows);
    double worst = 0;
    List<Node> parameters =
        wrong.parameters().stream().filter(CentralDifferences::isTrained).toList();
    for (Node parameter : parameters) {
      String name = ((Op.Parameter) parameter.op()).name();
      Node gradient = wrong.gradients().get(parameter);
      boolean perSample = name.endsWith("/bias");
      double[] found = values.get(perSample ? gradient.input(0) : gradient);
      String source = perSample ? name.replace("/bias", "") : name;
      worst = Math.max(worst, Close.distance(found, differences(graph(y, loss), loss, source)));
    }
    return worst;
  }

  private double[] differences(Graph graph, Node loss, String source) {
    double[] values = sources.get(source);
    double[] slopes = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double kept = values[i];
      values[i] = kept + STEP;
      double above = Interpreter.run(graph, sources, rows).get(loss)[0];
      values[i] = kept - STEP;
      double below = Interpreter.run(graph, sources, rows).get(loss)[0];
      values[i] = kept;
      slopes[i] = (above - below) / (2 * STEP);
    }
    return slopes;
  }

  private static boolean isTrained(Node node) {
    return ((Op.Parameter) node.op()).change() == Op.Change.TRAINED;
  }

  private Map<Node, double[]> forward(Node y, Node loss, double[] targets) {
    sources.put(Interpreter.TARGET + "y", targets);
    return Interpreter.run(graph(y, loss), sources, rows);
  }

  private Graph graph(Node y, Node loss) {
    return new Graph(
        builder.nodes(), List.of(y), Map.of(), List.of(new LossTerm(loss, 1)), Map.of());
  }

  private Node parameter(String name, Shape shape) {
    return builder.add(ORIGIN, new Op.Parameter(name, shape, dev.annotron.Initializer.ZEROS, 1, 1));
  }

  /** The graph with each operation replaced as {@code mistake} says. */
  private static Graph mistaken(Graph graph, UnaryOperator<Op> mistake) {
    GraphBuilder builder = new GraphBuilder();
    Map<Node, Node> renewed = new HashMap<>();
    for (Node node : graph.nodes()) {
      List<Node> inputs = new ArrayList<>();
      node.inputs().forEach(input -> inputs.add(renewed.get(input)));
      renewed.put(node, builder.add(node.origin(), mistake.apply(node.op()), inputs));
    }
    Map<Node, Node> gradients = new LinkedHashMap<>();
    graph.gradients().forEach((of, node) -> gradients.put(renewed.get(of), renewed.get(node)));
    return new Graph(builder.nodes(), List.of(), Map.of(), List.of(), gradients);
  }
}
