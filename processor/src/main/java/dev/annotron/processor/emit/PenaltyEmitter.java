package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.plan.UpdatePlan;
import dev.annotron.processor.plan.UpdatePlan.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the loss has more for large weights, and its derivative, which is added in place. */
final class PenaltyEmitter {
  private final List<CodeBlock> values = new ArrayList<>();
  private final List<CodeBlock> gradients = new ArrayList<>();

  PenaltyEmitter(Memory memory, ModelPlan plan, Map<String, String> constants, UpdatePlan update) {
    CodeBlock target =
        memory == Memory.HEAP
            ? CodeBlock.of("$T", RuntimeTypes.HEAP_STEPS)
            : CodeBlock.of("kernels");
    // Others are frozen, or the loss does not depend on them: no gradient is written for these.
    for (Node parameter : plan.train().gradients().keySet()) {
      String name = ((Op.Parameter) parameter.op()).name();
      update.penalties().stream()
          .filter(penalty -> penalty.isFor(name))
          .forEach(
              penalty ->
                  add(target, Known.get(constants, name), parameter.shape().size(), penalty));
    }
  }

  private void add(CodeBlock target, String at, int count, Penalty penalty) {
    String l1 = Expressions.number(penalty.l1());
    String l2 = Expressions.number(penalty.l2());
    values.add(CodeBlock.of("$L.penalty(weights, $L, $L, $L, $L)", target, at, count, l1, l2));
    gradients.add(
        CodeBlock.of(
            "$L.addPenaltyGradient(weights, gradients, $L, $L, $L, $L)",
            target,
            at,
            count,
            l1,
            l2));
  }

  /** The terms of the loss. */
  List<CodeBlock> values() {
    return List.copyOf(values);
  }

  /** The statements that add the derivatives to those of the loss without them. */
  CodeBlock gradients() {
    CodeBlock.Builder code = CodeBlock.builder();
    gradients.forEach(code::addStatement);
    return code.build();
  }
}
