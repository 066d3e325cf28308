package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.ShapeOp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes every node of a graph, one after another, in double. Slow, obvious, kept for ever. */
public final class Interpreter {

  /** Before an output's name: the name under which its target is given. */
  public static final String TARGET = "target of ";

  /** The name of the samples' weights, which are 1 if they are not given. */
  public static final String SAMPLE_WEIGHTS = "sample weights";

  private Interpreter() {}

  /**
   * The value of every node; per-sample tensors hold one after another for each of {@code rows}.
   *
   * @param sources the values of inputs and parameters by their names, and those of targets, see
   *     {@link #TARGET}
   */
  public static Map<Node, double[]> run(Graph graph, Map<String, double[]> sources, int rows) {
    return run(graph, sources, rows, 0);
  }

  /** The same, with a draw that decides what is random. */
  public static Map<Node, double[]> run(
      Graph graph, Map<String, double[]> sources, int rows, long draw) {
    Map<Node, double[]> values = new HashMap<>();
    for (Node node : graph.nodes()) {
      List<double[]> operands = node.inputs().stream().map(values::get).toList();
      values.put(node, value(node, operands, sources, rows, draw));
    }
    return values;
  }

  private static double[] value(
      Node node, List<double[]> in, Map<String, double[]> sources, int rows, long draw) {
    return switch (node.op()) {
      case Op.Input input -> source(sources, input.name());
      case Op.Target target -> source(sources, TARGET + target.output());
      case Op.SampleWeights _ -> weights(sources, rows);
      case Op.Parameter parameter -> source(sources, parameter.name());
      case Op.MatMul _ -> product(node, in, rows);
      case Op.AddBias _ -> Elements.addRow(in.get(0), in.get(1));
      case Op.Activate op -> Elements.map(in.getFirst(), x -> Formulas.value(op.function(), x));
      case Op.Softmax _ -> Rows.softmax(in.getFirst(), node.shape().last());
      case Op.Add _ -> Elements.zip(in.get(0), in.get(1), Double::sum);
      case Op.Concat op -> Blocks.concat(node, op, in, rows);
      case Op.Reshape _ -> in.getFirst().clone();
      case Op.Loss op ->
          new double[] {
            Losses.value(
                op.kind(),
                in.getFirst(),
                in.get(in.size() - 2),
                in.getLast(),
                node.input(0).shape().last())
          };
      case Op.ActivityPenalty op ->
          new double[] {
            Arrays.stream(in.getFirst()).map(x -> op.l1() * Math.abs(x) + op.l2() * x * x).sum()
                / rows
          };
      case Op.ActivityGradient op ->
          Elements.map(in.getFirst(), x -> (op.l1() * Math.signum(x) + 2 * op.l2() * x) / rows);
      case Op.MatMulInputGradient _ ->
          Products.timesTransposed(in.get(0), in.get(1), matrixRows(node, rows));
      case Op.MatMulKernelGradient _ ->
          Products.transposedTimes(in.get(0), in.get(1), matrixRows(node.input(0), rows));
      case Op.SumRows _ -> Elements.sumRows(in.getFirst(), node.shape().last());
      case Op.ActivateGradient op ->
          Elements.zip(in.get(0), in.get(1), (v, dy) -> dy * Formulas.derivative(op.function(), v));
      case Op.SoftmaxGradient _ -> Rows.softmaxGradient(in.get(0), in.get(1), node.shape().last());
      case Op.Slice op -> Blocks.slice(node, op, in.getFirst(), rows);
      case Op.LossGradient op ->
          Elements.map(
              Losses.gradient(op.kind(), in.get(0), in.get(1), in.get(2), node.shape().last()),
              slope -> op.weight() * slope);
      case Op.Dense op -> dense(op, node, in, rows);
      case RandomOp op -> Chances.value(op, node, in.getFirst(), draw);
      case NormalizationOp.BatchSlopes op -> Normalizations.slopes(op, in, rows);
      case NormalizationOp op -> Normalizations.value(op, node, in);
      case ElementOp op -> ElementValues.of(op, node, in);
      case RecurrentOp op -> Recurrences.value(op, node, in, rows);
      case SequenceOp op -> Sequences.value(op, node, in, rows);
      case ConvolutionOp op -> Convolutions.value(op, in, rows);
      case PoolOp op -> Pools.value(op, in, rows);
      case ShapeOp op -> Shapes.value(op, node, in.getFirst(), rows);
    };
  }

  private static double[] product(Node node, List<double[]> in, int rows) {
    return Products.times(in.get(0), in.get(1), matrixRows(node, rows), node.shape().last());
  }

  /** The rows of a per-sample tensor as a matrix, whose columns are the last axis. */
  private static int matrixRows(Node node, int rows) {
    return rows * (node.shape().size() / node.shape().last());
  }

  private static double[] dense(Op.Dense op, Node node, List<double[]> in, int rows) {
    double[] product = product(node, in, rows);
    double[] sum = op.hasBias() ? Elements.addRow(product, in.get(2)) : product;
    return Elements.map(sum, x -> Formulas.value(op.function(), x));
  }

  private static double[] weights(Map<String, double[]> sources, int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return sources.getOrDefault(SAMPLE_WEIGHTS, ones);
  }

  private static double[] source(Map<String, double[]> sources, String name) {
    double[] value = sources.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return value;
  }
}
