package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.RecurrentOp.Cell;
import dev.annotron.processor.ir.RecurrentOp.Kind;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The derivatives of {@link RecurrentOp}s: all operands share the gradients of all steps. */
final class RecurrentDerivatives {
  private final GraphBuilder builder;
  private final Map<Node, Node> ofSteps = new HashMap<>();

  RecurrentDerivatives(GraphBuilder builder) {
    this.builder = builder;
  }

  Node of(RecurrentOp op, Node node, int index, Node dy) {
    return switch (op) {
      case RecurrentOp.States(Cell cell, boolean last) -> {
        Node g = ofSteps.computeIfAbsent(dy, d -> steps(cell, last, node, d));
        yield switch (index) {
          case 1 -> cell.kind() == Kind.GRU ? slice(node, g, cell) : g;
          case 2 -> add(node, new RecurrentOp.RecurrentKernelGradient(cell), node.input(0), g);
          default -> bias(node, g, cell);
        };
      }
      case RecurrentOp.Recur _,
          RecurrentOp.StatesGradient _,
          RecurrentOp.RecurrentKernelGradient _ ->
          throw new IllegalStateException("nothing differentiates " + op);
    };
  }

  private Node steps(Cell cell, boolean last, Node node, Node dy) {
    List<Node> operands = new ArrayList<>(List.of(node.input(0), node.input(2), dy));
    if (cell.masked()) {
      operands.add(node.input(cell.maskAt(3)));
    }
    return builder.add(
        node.origin().inBackward(), new RecurrentOp.StatesGradient(cell, last), operands);
  }

  private Node slice(Node node, Node g, Cell cell) {
    return add(node, new Op.Slice(1, 0, cell.gates()), g);
  }

  /** By both biases of a GRU: the first is added to {@code z}, the second to {@code h·U}. */
  private Node bias(Node node, Node g, Cell cell) {
    return add(node, new Op.Reshape(Shape.of(2, cell.gates())), add(node, new Op.SumRows(), g));
  }

  private Node add(Node of, Op op, Node... operands) {
    return builder.add(of.origin().inBackward(), op, operands);
  }
}
