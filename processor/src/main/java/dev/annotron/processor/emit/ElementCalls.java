package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;

/** {@link ElementOp}s as calls of kernels. */
final class ElementCalls {
  private ElementCalls() {}

  static CodeBlock call(ElementOp op, Node node, Operands operands) {
    String tensors = operands.tensors(node);
    String count = operands.of(node).count();
    return switch (op) {
      case ElementOp.Combine(Combination how) ->
          CodeBlock.of("kernels.combine($L, $L, $L)", name(how), tensors, count);
      case ElementOp.Choose(Combination how, boolean first) ->
          CodeBlock.of("kernels.choose($L, $L, $L, $L)", name(how), first, tensors, count);
      case ElementOp.Affine(double factor, double offset) ->
          CodeBlock.of(
              "kernels.affine($L, $L, $L, $L)",
              Expressions.number(factor),
              Expressions.number(offset),
              tensors,
              count);
      case ElementOp.Scale _ -> byColumn("scale", node, node.input(1).shape(), operands);
      case ElementOp.ScaleGradient(Shape shape) -> byColumn("scaleGradient", node, shape, operands);
      case ElementOp.Prelu _ -> byColumn("prelu", node, node.input(1).shape(), operands);
      case ElementOp.PreluGradient _ ->
          byColumn("preluGradient", node, node.input(1).shape(), operands);
      case ElementOp.PreluSlopeGradient(Shape shape) ->
          byColumn("preluSlopeGradient", node, shape, operands);
      case ElementOp.Repeat(int axis, int times) -> byBlock("repeat", node, axis, times, operands);
      case ElementOp.SumAxis(int axis) ->
          byBlock("sumRepeats", node, axis, node.input(0).shape().dimension(axis), operands);
      case ElementOp.Custom _, ElementOp.CustomGradient _ ->
          throw new IllegalArgumentException("no kernel: " + op);
    };
  }

  /** A kernel over rows as wide as the tensor that repeats. */
  private static CodeBlock byColumn(String kernel, Node node, Shape repeated, Operands operands) {
    int columns = repeated.size();
    String rows = Operand.times("rows", node.input(0).shape().size() / columns);
    return CodeBlock.of("kernels.$L($L, $L, $L)", kernel, operands.tensors(node), rows, columns);
  }

  private static CodeBlock byBlock(
      String kernel, Node node, int axis, int times, Operands operands) {
    return CodeBlock.of(
        "kernels.$L($L, $L, $L, $L)",
        kernel,
        operands.tensors(node),
        blocks(node, axis),
        times,
        node.shape().stride(axis));
  }

  private static String blocks(Node node, int axis) {
    int blocks = node.shape().outer(axis);
    return node.type().batched() ? Operand.times("rows", blocks) : Integer.toString(blocks);
  }

  private static CodeBlock name(Combination how) {
    return CodeBlock.of("$T.$L", RuntimeTypes.COMBINATION, how);
  }
}
