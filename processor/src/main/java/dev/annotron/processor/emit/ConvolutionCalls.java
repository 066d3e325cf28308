package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.PoolOp;

/** {@link ConvolutionOp}s and {@link PoolOp}s as calls of kernels. */
record ConvolutionCalls(Operands operands, Geometries geometries) {

  CodeBlock call(ConvolutionOp op, Node node) {
    return switch (op) {
      case ConvolutionOp.Convolve _ -> convolve(op, node, Pointwise.LINEAR, "-1");
      case ConvolutionOp.ConvolveFused fused ->
          convolve(
              op,
              node,
              fused.function(),
              fused.hasBias() ? operands.of(node.input(2)).base() : "-1");
      case ConvolutionOp.ConvolveTransposed _ -> simple("convolveTransposed", op, node);
      case ConvolutionOp.ConvolveKernelGradient _ -> simple("convolveKernelGradient", op, node);
    };
  }

  CodeBlock call(PoolOp op, Node node) {
    return switch (op) {
      case PoolOp.MaxPool _ -> pool("maxPool", op, node);
      case PoolOp.MaxPoolGradient _ -> pool("maxPoolGradient", op, node);
      case PoolOp.SumPool(_, boolean mean) -> pool(mean ? "meanPool" : "sumPool", op, node);
      case PoolOp.SpreadPool(_, boolean mean) -> pool(mean ? "spreadMean" : "spreadSum", op, node);
    };
  }

  private CodeBlock convolve(ConvolutionOp op, Node node, Pointwise function, String bias) {
    return CodeBlock.of(
        "kernels.convolve($L, $L, $L, $L, $L, rows, $L)",
        geometries.name(op.geometry()),
        tensor(node.input(0)),
        tensor(node.input(1)),
        bias,
        tensor(node),
        Expressions.function(function));
  }

  private CodeBlock simple(String kernel, ConvolutionOp op, Node node) {
    String tensors = operands.tensors(node);
    return CodeBlock.of(
        "kernels.$L($L, $L, rows)", kernel, geometries.name(op.geometry()), tensors);
  }

  private CodeBlock pool(String kernel, PoolOp op, Node node) {
    String tensors = operands.tensors(node);
    return CodeBlock.of(
        "kernels.$L($L, $L, rows)", kernel, geometries.name(op.geometry()), tensors);
  }

  private String tensor(Node node) {
    Operand operand = operands.of(node);
    return operand.array() + ", " + operand.base();
  }
}
