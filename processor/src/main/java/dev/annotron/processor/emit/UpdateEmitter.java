package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.plan.Optimizer;
import dev.annotron.processor.plan.UpdatePlan;
import dev.annotron.processor.plan.UpdatePlan.Average;
import dev.annotron.processor.plan.UpdatePlan.Constraint;
import dev.annotron.processor.plan.WeightPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * What a step does to the weights: the optimizer's rule, over all of them in one pass, and more.
 */
final class UpdateEmitter {
  private final Memory memory;
  private final ModelPlan plan;
  private final Map<String, String> constants;
  private final int count;

  UpdateEmitter(Memory memory, ModelPlan plan, Map<String, String> constants) {
    this.memory = memory;
    this.plan = plan;
    this.constants = constants;
    this.count = plan.weights().trained();
  }

  List<MethodSpec> emit(UpdatePlan update) {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(
        method("update")
            .addParameter(memory.type(), "weights")
            .addParameter(memory.type(), "gradients")
            .addParameter(memory.type(), "state")
            .addParameter(TypeName.FLOAT, "learningRate")
            .addParameter(TypeName.LONG, update.accumulation() > 1 ? "batch" : "step")
            .addCode(moved())
            .addCode(accumulated(update))
            .addCode(clipped(update.clipping()))
            .addCode(decayed(update))
            .addCode(stepped(update.optimizer()))
            .addCode(averaged(update))
            .addCode(constrained(update))
            .build());
    if (update.average().isPresent()) {
      methods.add(finish(update));
    }
    return methods;
  }

  /** What is left to do behind the steps that products have taken. */
  CodeBlock rest(UpdatePlan update) {
    CodeBlock.Builder code = CodeBlock.builder().add(moved());
    List<Node> parameters = trained();
    for (int from = 0; from < parameters.size(); from++) {
      Node first = parameters.get(from);
      int count = 0;
      for (; from < parameters.size() && !isFused(parameters.get(from)); from++) {
        count += parameters.get(from).shape().size();
      }
      if (count > 0) {
        code.addStatement(
            "$1L.blend(gradients, $2L, -learningRate, weights, $2L, 1f, $3L)",
            target(),
            constant(first),
            count);
      }
    }
    return code.add(constrained(update)).build();
  }

  private boolean isFused(Node parameter) {
    Node gradient = plan.train().gradients().get(parameter);
    return gradient != null && plan.fusedSteps().contains(gradient);
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  /** Takes the next values of updated parameters, which lie among the gradients. */
  private CodeBlock moved() {
    int updated = plan.weights().updated();
    if (updated == 0) {
      return CodeBlock.builder().build();
    }
    return memory == Memory.HEAP
        ? statement("$T.arraycopy(gradients, $2L, weights, $2L, $3L)", System.class, count, updated)
        : statement(
            "kernels.copyRows(gradients, $1L, $2L, weights, $1L, $2L, $2L, 1)", count, updated);
  }

  /** Adds the gradients of several batches up; only the last of them goes on to the step. */
  private CodeBlock accumulated(UpdatePlan update) {
    int batches = update.accumulation();
    if (batches == 1) {
      return CodeBlock.builder().build();
    }
    int at = update.accumulationSlot() * count;
    String share = Expressions.number(1.0 / batches);
    return CodeBlock.builder()
        .beginControlFlow("if (batch % $L != 0)", batches)
        .addStatement(
            "$L.blend(gradients, 0, 1f, state, $L, batch % $L == 1 ? 0f : 1f, $L)",
            target(), at, batches, count)
        .addStatement("return")
        .endControlFlow()
        .add(blend("state", at, share, "gradients", 0, share))
        .addStatement("long step = batch / $L", batches)
        .build();
  }

  private CodeBlock clipped(UpdatePlan.Clipping clipping) {
    String limit = Expressions.number(clipping.limit());
    return switch (clipping.cut()) {
      case NONE -> CodeBlock.builder().build();
      case VALUE -> statement("$L.clipValue(gradients, 0, $L, $L)", target(), count, limit);
      case GLOBAL_NORM -> statement("$L.clipNorm(gradients, 0, $L, $L)", target(), count, limit);
      case NORM -> {
        CodeBlock.Builder calls = CodeBlock.builder();
        for (Node parameter : trained()) {
          calls.addStatement(
              "$L.clipNorm(gradients, $L, $L, $L)",
              target(),
              constant(parameter),
              parameter.shape().size(),
              limit);
        }
        yield calls.build();
      }
    };
  }

  private CodeBlock decayed(UpdatePlan update) {
    return update.weightDecay() == 0
        ? CodeBlock.builder().build()
        : statement(
            "$L.blend(weights, 0, 1 - learningRate * $L, weights, 0, 0f, $L)",
            target(),
            Expressions.number(update.weightDecay()),
            count);
  }

  private CodeBlock stepped(Optimizer optimizer) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (optimizer.initialState() != 0) {
      CodeBlock value = CodeBlock.of("$L", Expressions.number(optimizer.initialState()));
      code.beginControlFlow("if (step == 1)")
          .beginControlFlow("for (int i = 0; i < $L; i++)", count)
          .addStatement(memory.write("state", "i", value))
          .endControlFlow()
          .endControlFlow();
    }
    code.add(StepNumbers.of(optimizer));
    return code.add(
            memory == Memory.HEAP ? HeapStep.of(optimizer, count) : KernelStep.of(optimizer, count))
        .build();
  }

  /** The average starts as the weights themselves. */
  private CodeBlock averaged(UpdatePlan update) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (update.average().isPresent()) {
      Average average = update.average().get();
      int at = update.averageSlot() * count;
      code.addStatement("float kept = step == 1 ? 0f : $L", Expressions.number(average.momentum()));
      code.add(blend("weights", 0, "1 - kept", "state", at, "kept"));
      if (average.overwriteFrequency() > 0) {
        code.beginControlFlow("if (step % $L == 0)", average.overwriteFrequency())
            .add(blend("state", at, "1f", "weights", 0, "0f"))
            .endControlFlow();
      }
    }
    return code.build();
  }

  /** As in Keras after all else, so that the average is one of weights before it. */
  private CodeBlock constrained(UpdatePlan update) {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (Node parameter : trained()) {
      for (Constraint constraint : update.constraints()) {
        if (constraint.isFor(((Op.Parameter) parameter.op()).name())) {
          calls.addStatement(constrained(constraint, parameter));
        }
      }
    }
    return calls.build();
  }

  private CodeBlock constrained(Constraint constraint, Node parameter) {
    Shape shape = parameter.shape();
    int first = constraint.axes().getFirst();
    int behind = constraint.axes().getLast() + 1;
    int outer = shape.outer(first);
    int inner = shape.size() / shape.outer(behind);
    String sizes = "%d, %d, %d".formatted(outer, shape.size() / outer / inner, inner);
    String at = constant(parameter);
    return switch (constraint.kept()) {
      case NON_NEGATIVE ->
          CodeBlock.of("$L.nonNegative(weights, $L, $L)", target(), at, shape.size());
      case UNIT_NORM -> CodeBlock.of("$L.unitNorms(weights, $L, $L)", target(), at, sizes);
      case MAX_NORM ->
          CodeBlock.of(
              "$L.limitNorms(weights, $L, $L, $L)",
              target(),
              at,
              sizes,
              Expressions.number(constraint.limit()));
    };
  }

  /** The average takes the weights' place. */
  private MethodSpec finish(UpdatePlan update) {
    return method("finish")
        .addParameter(memory.type(), "weights")
        .addParameter(memory.type(), "state")
        .addCode(blend("state", update.averageSlot() * count, "1f", "weights", 0, "0f"))
        .build();
  }

  private CodeBlock blend(String x, int xAt, String a, String y, int yAt, String b) {
    return statement("$L.blend($L, $L, $L, $L, $L, $L, $L)", target(), x, xAt, a, y, yAt, b, count);
  }

  private CodeBlock target() {
    return memory == Memory.HEAP
        ? CodeBlock.of("$T", RuntimeTypes.HEAP_STEPS)
        : CodeBlock.of("kernels");
  }

  private List<Node> trained() {
    return WeightPlan.ordered(plan.train().parameters()).stream()
        .filter(node -> ((Op.Parameter) node.op()).change() == Op.Change.TRAINED)
        .toList();
  }

  private String constant(Node parameter) {
    return Known.get(constants, ((Op.Parameter) parameter.op()).name());
  }

  private static CodeBlock statement(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments).build();
  }
}
