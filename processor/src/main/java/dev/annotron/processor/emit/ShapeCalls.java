package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;

/** {@link ShapeOp}s as calls of kernels. */
final class ShapeCalls {
  private ShapeCalls() {}

  static CodeBlock call(ShapeOp op, Node node, Operands operands) {
    Shape x = node.input(0).shape();
    String tensors = operands.tensors(node);
    return switch (op) {
      case ShapeOp.Swap(int axis) ->
          CodeBlock.of(
              "kernels.swap($L, $L, $L, $L, $L)",
              tensors,
              blocks(x, axis),
              x.dimension(axis),
              x.dimension(axis + 1),
              x.stride(axis + 1));
      case ShapeOp.Pad(int axis, int before, int after) ->
          CodeBlock.of(
              "kernels.pad($L, $L, $L, $L, $L)",
              tensors,
              blocks(x, axis),
              x.dimension(axis) * x.stride(axis),
              before * x.stride(axis),
              after * x.stride(axis));
      case ShapeOp.Reverse(int axis) ->
          CodeBlock.of(
              "kernels.reverse($L, $L, $L, $L)",
              tensors,
              blocks(x, axis),
              x.dimension(axis),
              x.stride(axis));
    };
  }

  /** How many times the axes from {@code axis} on come in all samples. */
  private static String blocks(Shape x, int axis) {
    return Operand.times("rows", x.outer(axis));
  }
}
