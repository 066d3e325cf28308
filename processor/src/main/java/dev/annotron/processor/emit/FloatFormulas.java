package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.KernelOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.RandomOp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The floats of tensors, each as an expression of those before. */
final class FloatFormulas {
  /** How code reads float {@code i} of a tensor, of one sample or shared. */
  interface Reader {
    CodeBlock read(Node tensor, int i);
  }

  private final Reader reader;

  FloatFormulas(Reader reader) {
    this.reader = reader;
  }

  /** The formula of each float of a node, by its index. */
  IntFunction<CodeBlock> of(Node node) {
    return switch (node.op()) {
      case Op.MatMul _ -> j -> dense(node, Pointwise.LINEAR, false, j);
      case Op.Dense op -> j -> dense(node, op.function(), op.hasBias(), j);
      case Op.AddBias _ -> i -> sum(node, i, i % node.shape().last());
      case Op.Add _ -> i -> sum(node, i, i);
      case Op.Activate op -> i -> Expressions.apply(op.function(), reader.read(node.input(0), i));
      case Op.MatMulInputGradient _ -> k -> inputGradient(node, k);
      case Op.ActivateGradient op -> i -> activateGradient(op, node, i);
      case Op.Source _, Op.Reshape _, Op.Concat _, Op.Slice _ -> throw none(node);
      case Op.MatMulKernelGradient _, Op.SumRows _ -> throw none(node);
      case Op.Softmax _, Op.SoftmaxGradient _, Op.Loss _, Op.LossGradient _ -> throw none(node);
      case Op.ActivityPenalty _, Op.ActivityGradient _ -> throw none(node);
      case ElementOp _, RandomOp _, KernelOp _ -> throw none(node);
    };
  }

  private static IllegalArgumentException none(Node node) {
    return new IllegalArgumentException("no formula: " + node.op());
  }

  private CodeBlock dense(Node node, Pointwise function, boolean hasBias, int j) {
    int units = node.shape().size();
    List<CodeBlock> terms = new ArrayList<>();
    if (hasBias) {
      terms.add(reader.read(node.input(2), j));
    }
    for (int k = 0; k < node.input(0).shape().size(); k++) {
      terms.add(
          CodeBlock.of(
              "$L * $L", reader.read(node.input(0), k), reader.read(node.input(1), k * units + j)));
    }
    return Expressions.apply(function, Expressions.sum(terms));
  }

  private CodeBlock sum(Node node, int i, int other) {
    return CodeBlock.of(
        "$L + $L", reader.read(node.input(0), i), reader.read(node.input(1), other));
  }

  private CodeBlock inputGradient(Node node, int k) {
    int units = node.input(0).shape().size();
    List<CodeBlock> terms = new ArrayList<>();
    for (int j = 0; j < units; j++) {
      terms.add(
          CodeBlock.of(
              "$L * $L", reader.read(node.input(0), j), reader.read(node.input(1), k * units + j)));
    }
    return Expressions.sum(terms);
  }

  private CodeBlock activateGradient(Op.ActivateGradient op, Node node, int i) {
    return CodeBlock.of(
        "$L * $L",
        reader.read(node.input(1), i),
        Expressions.derivative(op.function(), reader.read(node.input(0), i)));
  }
}
