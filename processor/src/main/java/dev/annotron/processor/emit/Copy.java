package dev.annotron.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of {@code width} floats that go from one tensor to another; concatenation and its gradient
 * are made of them.
 *
 * @param blocks how many there are in one sample
 * @param xFrom where the first is read, and {@code xStride} how far on the next
 * @param yFrom where the first is written, and {@code yStride} how far on the next
 */
record Copy(Node x, Node y, int blocks, int width, int xFrom, int xStride, int yFrom, int yStride) {
  private static final ClassName SYSTEM = ClassName.get(System.class);

  /** The copies that a concatenation or a slice is. */
  static List<Copy> of(Node node) {
    return switch (node.op()) {
      case Op.Concat concat -> concat(node, concat.axis());
      case Op.Slice slice -> List.of(slice(node, slice));
      default -> throw new IllegalArgumentException("no copy: " + node.op());
    };
  }

  private static List<Copy> concat(Node node, int axis) {
    int stride = block(node.shape(), axis);
    List<Copy> copies = new ArrayList<>();
    int at = 0;
    for (Node input : node.inputs()) {
      int width = block(input.shape(), axis);
      copies.add(new Copy(input, node, node.shape().outer(axis), width, 0, width, at, stride));
      at += width;
    }
    return copies;
  }

  private static Copy slice(Node node, Op.Slice op) {
    Node x = node.input(0);
    int width = block(node.shape(), op.axis());
    int from = op.from() * node.shape().stride(op.axis());
    int blocks = node.shape().outer(op.axis());
    return new Copy(x, node, blocks, width, from, block(x.shape(), op.axis()), 0, width);
  }

  private static int block(Shape shape, int axis) {
    return shape.dimension(axis) * shape.stride(axis);
  }

  /** A loop over all samples' blocks. */
  CodeBlock loop(Memory memory, Operands operands) {
    Operand from = operands.of(x);
    Operand to = operands.of(y);
    String xAt = from.at(Operand.times("r", xStride)) + offset(xFrom);
    String yAt = to.at(Operand.times("r", yStride)) + offset(yFrom);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int r = 0; r < $L; r++)", rows());
    if (memory == Memory.HEAP) {
      code.addStatement(
          "$T.arraycopy($L, $L, $L, $L, $L)", SYSTEM, from.array(), xAt, to.array(), yAt, width);
    } else {
      code.addStatement(
          "$T.copy($L, ($L) * 4, $L, ($L) * 4, $L)",
          memory.type(),
          from.array(),
          xAt,
          to.array(),
          yAt,
          4L * width);
    }
    return code.endControlFlow().build();
  }

  /** The call of a kernel. */
  CodeBlock call(Operands operands) {
    Operand from = operands.of(x);
    Operand to = operands.of(y);
    return CodeBlock.of(
        "kernels.copyRows($L, $L, $L, $L, $L, $L, $L, $L)",
        from.array(),
        from.base() + offset(xFrom),
        xStride,
        to.array(),
        to.base() + offset(yFrom),
        yStride,
        width,
        rows());
  }

  private String rows() {
    return Operand.times("rows", blocks);
  }

  private static String offset(int from) {
    return from == 0 ? "" : " + " + from;
  }
}
