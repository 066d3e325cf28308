package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.ShapeOp;
import dev.annotron.processor.plan.ModelPlan;
import java.util.List;

/** Operations as calls of kernels. */
final class KernelEmitter implements OpEmitter {
  private final ModelPlan plan;
  private final Operands operands;
  private final ConvolutionCalls convolutions;

  KernelEmitter(ModelPlan plan, Operands operands, Geometries geometries) {
    this.plan = plan;
    this.operands = operands;
    this.convolutions = new ConvolutionCalls(operands, geometries);
  }

  @Override
  public List<Piece> emit(Node node) {
    if (node.op() instanceof Op.Concat || node.op() instanceof Op.Slice) {
      CodeBlock.Builder calls = CodeBlock.builder();
      Copy.of(node).forEach(copy -> calls.addStatement(copy.call(operands)));
      return List.of(new Piece(calls.build(), Piece.CALL_BYTES * node.inputs().size()));
    }
    return List.of(
        new Piece(CodeBlock.builder().addStatement(call(node)).build(), Piece.CALL_BYTES));
  }

  /** The step of a kernel, whose gradient has its index. */
  List<Piece> emitStep(Node gradient) {
    Node x = gradient.input(0);
    Node dy = gradient.input(1);
    CodeBlock call =
        CodeBlock.of(
            "$L.denseKernelStep($L, $L, $L, $L, $L, $L, $L, $L, $L)",
            kernels(gradient),
            tensor(x),
            tensor(dy),
            Operand.GRADIENTS,
            Operand.WEIGHTS,
            operands.of(gradient).base(),
            operands.of(x).rows(),
            columns(x),
            columns(dy),
            LayerMethods.RATE);
    return List.of(new Piece(CodeBlock.builder().addStatement(call).build(), Piece.CALL_BYTES));
  }

  private CodeBlock call(Node node) {
    return switch (node.op()) {
      case Op.MatMul _ -> dense(node, "-1", Pointwise.LINEAR);
      case Op.Dense dense -> {
        String bias = dense.hasBias() ? operands.of(node.input(2)).base() : "-1";
        yield dense(node, bias, dense.function());
      }
      case Op.MatMulInputGradient _ ->
          product("denseInputGradient", node, columns(node), columns(node.input(0)));
      case Op.MatMulKernelGradient _ ->
          product("denseKernelGradient", node, columns(node.input(0)), columns(node.input(1)));
      case Op.SumRows _ -> {
        Operand dy = operands.of(node.input(0));
        yield CodeBlock.of(
            "kernels.sumRows($L, $L, $L, $L)", tensor(dy), tensor(node), dy.rows(), dy.columns());
      }
      case Op.AddBias _ -> {
        Operand y = operands.of(node);
        yield CodeBlock.of(
            "kernels.addBias($L, $L, $L, $L, $L)",
            tensor(node.input(0)),
            tensor(node.input(1)),
            tensor(y),
            y.rows(),
            y.columns());
      }
      case Op.Activate activate -> elementwise("activation", activate.function(), node);
      case Op.ActivateGradient gradient ->
          elementwise("activationGradient", gradient.function(), node);
      case Op.Add _ ->
          CodeBlock.of(
              "kernels.add($L, $L, $L, $L)",
              tensor(node.input(0)),
              tensor(node.input(1)),
              tensor(node),
              operands.of(node).count());
      case Op.Softmax _, Op.SoftmaxGradient _, Op.LossGradient _, Op.ActivityGradient _ ->
          RowCalls.call(node, operands, RowCalls.KERNELS);
      case RandomOp op -> RandomCode.call(op, node, operands);
      case NormalizationOp op -> NormalizationCalls.call(op, node, operands);
      case ElementOp op -> ElementCalls.call(op, node, operands);
      case RecurrentOp op -> RecurrentCalls.call(op, node, operands);
      case SequenceOp op -> SequenceCalls.call(op, node, operands);
      case ConvolutionOp op -> convolutions.call(op, node);
      case PoolOp op -> convolutions.call(op, node);
      case ShapeOp op -> ShapeCalls.call(op, node, operands);
      case Op.Source _, Op.Reshape _, Op.Loss _, Op.ActivityPenalty _, Op.Concat _, Op.Slice _ ->
          throw new IllegalArgumentException("no single kernel: " + node.op());
    };
  }

  private CodeBlock dense(Node node, String bias, Pointwise function) {
    return CodeBlock.of(
        "$L.dense($L, $L, $L, $L, $L, $L, $L, $L)",
        kernels(node),
        tensor(node.input(0)),
        tensor(node.input(1)),
        bias,
        tensor(node),
        operands.of(node).rows(),
        columns(node.input(0)),
        columns(node),
        Expressions.function(function));
  }

  private CodeBlock product(String kernel, Node node, int in, int units) {
    return CodeBlock.of(
        "$L.$L($L, $L, $L, $L, $L, $L)",
        kernels(node),
        kernel,
        tensor(node.input(0)),
        tensor(node.input(1)),
        tensor(node),
        operands.of(node.input(0)).rows(),
        in,
        units);
  }

  private CodeBlock elementwise(String kernel, Pointwise function, Node node) {
    CodeBlock.Builder call =
        CodeBlock.builder().add("kernels.$L($L, ", kernel, Expressions.function(function));
    node.inputs().forEach(input -> call.add("$L, ", tensor(input)));
    return call.add("$L, $L)", tensor(node), operands.of(node).count()).build();
  }

  private String kernels(Node product) {
    return plan.readsInPlace(product) ? Operand.INPUT_KERNELS : Operand.KERNELS;
  }

  private CodeBlock tensor(Node node) {
    return tensor(operands.of(node));
  }

  private static CodeBlock tensor(Operand operand) {
    return CodeBlock.of("$L, $L", operand.array(), operand.base());
  }

  private static int columns(Node node) {
    return node.shape().last();
  }
}
