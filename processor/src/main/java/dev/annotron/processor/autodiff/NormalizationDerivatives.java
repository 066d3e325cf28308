package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The derivatives of {@link NormalizationOp}s. */
final class NormalizationDerivatives {
  private static final int FACTOR = 3;
  private static final int BIAS = 4;

  private final GraphBuilder builder;

  /** The derivatives by bias and factor of each node: that by its argument reads them too. */
  private final Map<Node, Node> biases = new HashMap<>();

  private final Map<Node, Node> factors = new HashMap<>();

  NormalizationDerivatives(GraphBuilder builder) {
    this.builder = builder;
  }

  Node of(NormalizationOp op, Node node, int index, Node dy) {
    return switch (op) {
      case NormalizationOp.Standardize standardize -> standardize(standardize, node, index, dy);
      case NormalizationOp.Normalize normalize -> normalize(normalize, node, index, dy);
      case NormalizationOp.Statistic _,
          NormalizationOp.InverseDeviation _,
          NormalizationOp.CenteredSum _,
          NormalizationOp.BatchSlopes _,
          NormalizationOp.BatchGradient _,
          NormalizationOp.NormalizeGradient _,
          NormalizationOp.NormalizeGainGradient _ ->
          throw new IllegalStateException("nothing differentiates " + op);
    };
  }

  private Node standardize(NormalizationOp.Standardize op, Node node, int index, Node dy) {
    return switch (index) {
      case FACTOR -> byFactor(node, dy);
      case BIAS -> byBias(node, dy);
      default ->
          op.ofBatch()
              ? throughBatch(op, node, dy)
              : add(node, new ElementOp.Scale(), dy, node.input(FACTOR));
    };
  }

  private Node byBias(Node node, Node dy) {
    return biases.computeIfAbsent(node, _ -> add(node, new Op.SumRows(), dy));
  }

  private Node byFactor(Node node, Node dy) {
    return factors.computeIfAbsent(
        node, _ -> add(node, new NormalizationOp.CenteredSum(), node.input(0), node.input(1), dy));
  }

  private Node throughBatch(NormalizationOp.Standardize op, Node node, Node dy) {
    Node x = node.input(0);
    Node variance = node.input(2);
    Node factor = node.input(FACTOR);
    int rows = x.shape().size() / x.shape().last();
    Op slopes = new NormalizationOp.BatchSlopes(op.epsilon(), rows);
    Node taken = add(node, slopes, variance, factor, byBias(node, dy), byFactor(node, dy));
    return add(node, new NormalizationOp.BatchGradient(), x, node.input(1), factor, taken, dy);
  }

  private Node normalize(NormalizationOp.Normalize op, Node node, int index, Node dy) {
    Node x = node.input(0);
    if (index == 0) {
      List<Node> operands = new ArrayList<>(node.inputs().subList(0, op.hasGain() ? 2 : 1));
      operands.add(dy);
      Op gradient = new NormalizationOp.NormalizeGradient(op.groups(), op.hasGain());
      return builder.add(node.origin().inBackward(), gradient, operands);
    }
    Shape shape = node.input(index).shape();
    if (index == 1 && op.hasGain()) {
      return add(node, new NormalizationOp.NormalizeGainGradient(op.groups(), shape), x, dy);
    }
    return sum(node, shape, dy);
  }

  /** The sum of all that a bias of a shape was added to. */
  private Node sum(Node node, Shape shape, Node dy) {
    Shape rows = Shape.of(dy.shape().size() / shape.size(), shape.size());
    Node sum = add(node, new Op.SumRows(), reshaped(node, rows, dy));
    return reshaped(node, shape, sum);
  }

  private Node reshaped(Node of, Shape shape, Node x) {
    return x.shape().equals(shape) ? x : add(of, new Op.Reshape(shape), x);
  }

  private Node add(Node of, Op op, Node... operands) {
    return builder.add(of.origin().inBackward(), op, operands);
  }
}
