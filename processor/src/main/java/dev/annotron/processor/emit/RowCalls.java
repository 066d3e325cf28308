package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.MemoryPlan;

/** Operations over whole rows, which the runtime computes on and off the heap. */
final class RowCalls {
  static final CodeBlock ON_HEAP = CodeBlock.of("$T", RuntimeTypes.HEAP_KERNELS);
  static final CodeBlock KERNELS = CodeBlock.of("kernels");

  private static final CodeBlock NOTHING = CodeBlock.builder().build();

  private RowCalls() {}

  /** The call that computes a tensor. */
  static CodeBlock call(Node node, Operands operands, CodeBlock target) {
    return switch (node.op()) {
      case Op.Softmax _ -> tensors(target, "softmax", node, operands, NOTHING);
      case Op.SoftmaxGradient _ -> tensors(target, "softmaxGradient", node, operands, NOTHING);
      case Op.LossGradient gradient ->
          tensors(
              target,
              "lossGradient",
              node,
              operands,
              CodeBlock.of(
                  "$L, $L, ",
                  Expressions.loss(gradient.kind()),
                  Expressions.number(gradient.weight())));
      default -> throw new IllegalArgumentException("not over rows: " + node.op());
    };
  }

  /** The expression that is a loss, where its operands lie as planned. */
  static CodeBlock loss(Node node, Operands operands, Memory memory, MemoryPlan places) {
    CodeBlock target = memory == Memory.HEAP ? ON_HEAP : KERNELS;
    Node prediction = node.inputs().getFirst();
    Node expected = node.inputs().getLast();
    Operand rows = operands.of(prediction);
    return CodeBlock.of(
        "$L.loss($L, work, $L, work, $L, $L, $L)",
        target,
        Expressions.loss(((Op.Loss) node.op()).kind()),
        memory.place(places.slot(prediction).at()),
        memory.place(places.slot(expected).at()),
        rows.rows(),
        rows.columns());
  }

  private static CodeBlock tensors(
      CodeBlock target, String kernel, Node node, Operands operands, CodeBlock first) {
    CodeBlock.Builder call = CodeBlock.builder().add("$L.$L($L", target, kernel, first);
    node.inputs().forEach(input -> call.add("work, $L, ", operands.of(input).base()));
    Operand y = operands.of(node);
    return call.add("work, $L, $L, $L)", y.base(), y.rows(), y.columns()).build();
  }
}
