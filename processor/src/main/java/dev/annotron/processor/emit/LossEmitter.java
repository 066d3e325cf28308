package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.MemoryPlan;
import java.util.ArrayList;
import java.util.List;

/** The end of {@code evaluate}: the loss, or the weighted sum of several. */
final class LossEmitter {
  private final Graph graph;
  private final MemoryPlan places;
  private final Operands operands;
  private final Memory memory;
  private final List<CodeBlock> penalties;

  LossEmitter(
      Graph graph, MemoryPlan places, Operands operands, Memory memory, List<CodeBlock> penalties) {
    this.graph = graph;
    this.places = places;
    this.operands = operands;
    this.memory = memory;
    this.penalties = penalties;
  }

  /**
   * The statements that compute the loss.
   *
   * @param before what stands before its value: {@code return}, or {@code double loss =}
   */
  CodeBlock emit(String before) {
    List<LossTerm> terms = graph.losses();
    CodeBlock.Builder code = CodeBlock.builder();
    if (terms.size() == 1) {
      LossTerm only = terms.getFirst();
      List<CodeBlock> sum = new ArrayList<>(List.of(weighted(only, value(only.value()))));
      sum.addAll(penalties);
      return code.addStatement("$L $L", before, CodeBlock.join(sum, "\n+ ")).build();
    }
    NameAllocator names = new NameAllocator();
    List.of(Operand.WEIGHTS, Operand.GRADIENTS, Operand.WORK, "rows", "draw", "kernels", "loss")
        .forEach(names::newName);
    List<CodeBlock> sum = new ArrayList<>();
    List<CodeBlock> stores = new ArrayList<>();
    for (LossTerm term : terms) {
      String name = names.newName(name(term.value()));
      code.addStatement("double $L = $L", name, value(term.value()));
      sum.add(weighted(term, CodeBlock.of("$L", name)));
      if (term.value().op() instanceof Op.Loss) {
        stores.add(store(stores.size(), name));
      }
    }
    if (stores.size() > 1) {
      stores.forEach(code::addStatement);
    }
    sum.addAll(penalties);
    return code.addStatement("$L $L", before, CodeBlock.join(sum, " + ")).build();
  }

  private CodeBlock value(Node loss) {
    return RowCalls.loss(loss, operands, memory, places);
  }

  private static CodeBlock weighted(LossTerm term, CodeBlock value) {
    return term.weight() == 1 ? value : CodeBlock.of("$L * $L", term.weight(), value);
  }

  private String name(Node loss) {
    return loss.op() instanceof Op.Loss
        ? Operands.target(loss).output() + "Loss"
        : operands.of(loss).name();
  }

  /** Tells the runtime the loss of one of several outputs. */
  private CodeBlock store(int index, String name) {
    String at = memory.sharedPlace(places.size(), places.sharedSize() + index);
    return memory.write(Operand.WORK, at, CodeBlock.of("(float) $L", name));
  }
}
