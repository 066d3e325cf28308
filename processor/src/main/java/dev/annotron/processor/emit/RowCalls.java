package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.MemoryPlan;

/** Operations over whole rows, which the runtime computes on and off the heap. */
final class RowCalls {
  static final CodeBlock ON_HEAP = CodeBlock.of("$T", RuntimeTypes.HEAP_KERNELS);
  static final CodeBlock KERNELS = CodeBlock.of("kernels");

  private RowCalls() {}

  /** The call that computes a tensor. */
  static CodeBlock call(Node node, Operands operands, CodeBlock target) {
    return switch (node.op()) {
      case Op.Softmax _ -> tensors(target, "softmax", node, operands);
      case Op.SoftmaxGradient _ -> tensors(target, "softmaxGradient", node, operands);
      case Op.LossGradient gradient -> lossGradient(gradient, node, operands, target);
      case Op.ActivityGradient(double l1, double l2) -> {
        Operand x = operands.of(node.input(0));
        yield CodeBlock.of(
            "$L.activityGradient(work, $L, work, $L, $L, $L, $L, $L)",
            steps(target),
            x.base(),
            operands.of(node).base(),
            LayerMethods.ROWS,
            node.shape().size(),
            Expressions.number(l1),
            Expressions.number(l2));
      }
      default -> throw new IllegalArgumentException("not over rows: " + node.op());
    };
  }

  /** The expression that is a loss, where its operands lie as planned. */
  static CodeBlock loss(Node node, Operands operands, Memory memory, MemoryPlan places) {
    CodeBlock target = memory == Memory.HEAP ? ON_HEAP : KERNELS;
    Node prediction = node.inputs().getFirst();
    if (node.op() instanceof Op.ActivityPenalty(double l1, double l2)) {
      return CodeBlock.of(
          "$L.activityPenalty(work, $L, $L, $L, $L, $L)",
          steps(target),
          memory.place(places.slot(prediction).at()),
          LayerMethods.ROWS,
          prediction.shape().size(),
          Expressions.number(l1),
          Expressions.number(l2));
    }
    Node weights = node.inputs().getLast();
    Operand rows = operands.of(prediction);
    return CodeBlock.of(
        "$L.weightedLoss($L, work, $L, work, $L, work, $L, $L, $L, $L)",
        losses(target),
        Expressions.loss(((Op.Loss) node.op()).kind()),
        memory.place(places.slot(prediction).at()),
        memory.place(places.slot(Operands.expected(node)).at()),
        memory.place(places.slot(weights).at()),
        operands.of(weights).count(),
        rows.rows(),
        rows.columns());
  }

  private static CodeBlock lossGradient(
      Op.LossGradient op, Node node, Operands operands, CodeBlock target) {
    Node weights = node.inputs().getLast();
    Operand y = operands.of(node);
    return CodeBlock.of(
        "$L.weightedLossGradient($L, $L, work, $L, work, $L, work, $L, $L, work, $L, $L, $L)",
        losses(target),
        Expressions.loss(op.kind()),
        Expressions.number(op.weight()),
        operands.of(node.input(0)).base(),
        operands.of(node.input(1)).base(),
        operands.of(weights).base(),
        operands.of(weights).count(),
        y.base(),
        y.rows(),
        y.columns());
  }

  private static CodeBlock losses(CodeBlock target) {
    return target.equals(ON_HEAP) ? CodeBlock.of("$T", RuntimeTypes.HEAP_LOSSES) : target;
  }

  private static CodeBlock steps(CodeBlock target) {
    return target.equals(ON_HEAP) ? CodeBlock.of("$T", RuntimeTypes.HEAP_STEPS) : target;
  }

  private static CodeBlock tensors(CodeBlock target, String kernel, Node node, Operands operands) {
    CodeBlock.Builder call = CodeBlock.builder().add("$L.$L(", target, kernel);
    node.inputs().forEach(input -> call.add("work, $L, ", operands.of(input).base()));
    Operand y = operands.of(node);
    return call.add("work, $L, $L, $L)", y.base(), y.rows(), y.columns()).build();
  }
}
