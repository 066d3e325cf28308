package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;

/** The derivatives of {@link ElementOp}s. */
final class ElementDerivatives {
  private final GraphBuilder builder;

  ElementDerivatives(GraphBuilder builder) {
    this.builder = builder;
  }

  Node of(ElementOp op, Node node, int index, Node dy) {
    return switch (op) {
      case ElementOp.Combine(Combination how) -> combination(how, node, index, dy);
      case ElementOp.Affine affine -> add(node, new ElementOp.Affine(affine.factor(), 0), dy);
      case ElementOp.Scale _ ->
          index == 0
              ? add(node, new ElementOp.Scale(), dy, node.input(1))
              : add(node, new ElementOp.ScaleGradient(node.input(1).shape()), node.input(0), dy);
      case ElementOp.Prelu _ ->
          index == 0
              ? add(node, new ElementOp.PreluGradient(), node.input(0), node.input(1), dy)
              : add(
                  node, new ElementOp.PreluSlopeGradient(node.input(1).shape()), node.input(0), dy);
      case ElementOp.Repeat(int axis, int _) -> add(node, new ElementOp.SumAxis(axis), dy);
      case ElementOp.SumAxis(int axis) -> {
        int times = node.input(0).shape().dimension(axis);
        yield add(node, new ElementOp.Repeat(axis, times), dy);
      }
      case ElementOp.Custom custom ->
          add(node, new ElementOp.CustomGradient(custom.function()), node.input(0), dy);
      case ElementOp.Choose _,
          ElementOp.ScaleGradient _,
          ElementOp.PreluGradient _,
          ElementOp.PreluSlopeGradient _,
          ElementOp.CustomGradient _ ->
          throw new IllegalStateException("nothing differentiates " + op);
    };
  }

  private Node combination(Combination how, Node node, int index, Node dy) {
    return switch (how) {
      case SUBTRACT -> index == 0 ? dy : add(node, new ElementOp.Affine(-1, 0), dy);
      case MULTIPLY -> add(node, new ElementOp.Combine(how), dy, node.input(1 - index));
      case MAXIMUM, MINIMUM ->
          add(node, new ElementOp.Choose(how, index == 0), node.input(0), node.input(1), dy);
    };
  }

  private Node add(Node of, Op op, Node... operands) {
    return builder.add(of.origin().inBackward(), op, operands);
  }
}
