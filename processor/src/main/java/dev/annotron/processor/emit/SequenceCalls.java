package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;

/** {@link SequenceOp}s as calls of kernels. */
final class SequenceCalls {
  private SequenceCalls() {}

  static CodeBlock call(SequenceOp op, Node node, Operands operands) {
    Shape x = node.input(0).shape();
    String tensors = operands.tensors(node);
    return switch (op) {
      case SequenceOp.Embed _ ->
          CodeBlock.of(
              "kernels.embed($L, $L, $L, $L)",
              tensors,
              operands.of(node.input(0)).count(),
              node.input(1).shape().dimension(0),
              node.shape().last());
      case SequenceOp.EmbedGradient(int vocabulary) ->
          CodeBlock.of(
              "kernels.embedGradient($L, $L, $L, $L)",
              tensors,
              operands.of(node.input(0)).count(),
              vocabulary,
              node.shape().last());
      case SequenceOp.Mask(double value) ->
          CodeBlock.of(
              "kernels.mask($L, $L, $L, $L)",
              tensors,
              operands.of(node).count(),
              x.last(),
              Expressions.number(value));
      case SequenceOp.MaskedWeights _ ->
          CodeBlock.of("kernels.maskedWeights($L, rows, $L)", tensors, node.shape().size());
      case SequenceOp.Products products -> products(products, node, tensors);
      case SequenceOp.Hide(boolean causal, boolean masked, double fill) ->
          CodeBlock.of(
              "kernels.hide($L, $L, $L, rows, $L, $L, $L, $L, $L)",
              tensor(node.input(0), operands),
              masked ? tensor(node.input(1), operands) : Operand.WORK + ", -1",
              tensor(node, operands),
              x.dimension(0),
              x.dimension(1),
              x.dimension(2),
              causal,
              Expressions.number(fill));
    };
  }

  private static CodeBlock products(SequenceOp.Products op, Node node, String tensors) {
    Shape a = node.input(0).shape();
    int rank = a.rank();
    return CodeBlock.of(
        "kernels.products($L, $L, $L, $L, $L, $L, $L, $L)",
        op.transposeA(),
        op.transposeB(),
        Expressions.number(op.scale()),
        tensors,
        Operand.times("rows", a.outer(rank - 2)),
        node.shape().dimension(rank - 2),
        node.shape().last(),
        a.dimension(op.transposeA() ? rank - 2 : rank - 1));
  }

  private static CodeBlock tensor(Node node, Operands operands) {
    Operand operand = operands.of(node);
    return CodeBlock.of("$L, $L", operand.array(), operand.base());
  }
}
