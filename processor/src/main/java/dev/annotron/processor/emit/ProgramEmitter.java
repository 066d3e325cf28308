package dev.annotron.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.plan.UpdatePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The nested class that computes: forward, loss, backward, update. */
final class ProgramEmitter {
  /** Calls of layer methods that one method makes: each takes up to 60 bytes of bytecode. */
  private static final int CALLS_PER_METHOD = 100;

  private static final Given EVALUATING = new Given(List.of(Operand.WEIGHTS), false, false);
  private static final Given TRAINING =
      new Given(List.of(Operand.WEIGHTS, Operand.GRADIENTS), true, false);
  private static final Given STEPPING = new Given(TRAINING.arrays(), true, true);
  private static final Given STEP =
      new Given(List.of(Operand.WEIGHTS, Operand.GRADIENTS, "state"), true, true);

  /**
   * What a method is given besides work memory and rows.
   *
   * @param draw whether it is given the draw of the step
   * @param rate whether it is given the learning rate
   */
  private record Given(List<String> arrays, boolean draw, boolean rate) {
    String arguments() {
      List<String> arguments = new ArrayList<>(arrays);
      arguments.addAll(List.of(Operand.WORK, LayerMethods.ROWS));
      if (draw) {
        arguments.add(LayerMethods.DRAW);
      }
      if (rate) {
        arguments.add(LayerMethods.RATE);
      }
      return String.join(", ", arguments);
    }
  }

  private final ModelPlan plan;
  private final Memory memory;
  private final Map<String, String> constants;
  private final Operands predict;
  private final Operands train;
  private final Geometries geometries;
  private final LayerMethods layers;
  private final UpdatePlan update;
  private final PenaltyEmitter penalties;
  private final List<MethodSpec> parts = new ArrayList<>();

  ProgramEmitter(ModelPlan plan, Map<String, String> constants, UpdatePlan update) {
    this.plan = plan;
    this.memory = plan.kernels().offHeap() ? Memory.OFF_HEAP : Memory.HEAP;
    this.constants = constants;
    this.predict = Operands.of(plan.predict(), constants);
    this.train = Operands.of(plan.train(), constants);
    this.geometries =
        Geometries.of(plan.graphs().flatMap(g -> g.nodes().stream()), constants.values());
    this.layers = new LayerMethods(memory);
    this.update = update;
    this.penalties = new PenaltyEmitter(memory, plan, constants, update);
  }

  Memory memory() {
    return memory;
  }

  TypeSpec emit(String name) {
    Optional<MethodSpec> sample =
        SampleEmitter.emit(plan.predict(), plan.kernels(), predict, constants.values());
    ClassName program = sample.isPresent() ? RuntimeTypes.SAMPLE_PROGRAM : RuntimeTypes.PROGRAM;
    TypeSpec.Builder code =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The network's computation.\n")
            .addSuperinterface(ParameterizedTypeName.get(program, memory.type()));
    code.addFields(geometries.fields());
    if (memory == Memory.OFF_HEAP) {
      new KernelFields(plan.inputInPlace()).addTo(code, name);
    }
    MethodSpec evaluate = evaluate();
    MethodSpec differentiate = differentiate();
    sample.ifPresent(code::addMethod);
    code.addMethod(predict()).addMethod(evaluate).addMethod(differentiate);
    UpdateEmitter updates = new UpdateEmitter(memory, plan, constants);
    code.addMethods(updates.emit(update));
    if (fusesSteps()) {
      code.addMethod(beginStep()).addMethod(endStep(updates));
    }
    return code.addMethods(parts).addMethods(layers.methods()).build();
  }

  private MethodSpec predict() {
    Graph graph = plan.predict();
    Emitters emitters =
        new Emitters(
            plan, new ModelPlan.Planned(graph, plan.predictMemory()), memory, predict, geometries);
    List<CodeBlock> calls =
        layers.compute(graph.nodes(), emitters, predict, plan.predictMemory(), "Predict");
    MethodSpec.Builder method = program("predict", TypeName.VOID, EVALUATING);
    return method.addCode(inParts("predict", EVALUATING, calls)).build();
  }

  private MethodSpec evaluate() {
    MethodSpec.Builder method = program("evaluate", TypeName.DOUBLE, EVALUATING);
    if (plan.evaluate().isPresent()) {
      return evaluate(method, plan.evaluate().get()).build();
    }
    method.addCode(inParts("forward", EVALUATING, forward()));
    return method.addCode(loss("return")).build();
  }

  /** Evaluation that computes something else than training. */
  private MethodSpec.Builder evaluate(MethodSpec.Builder method, ModelPlan.Planned own) {
    Operands operands = Operands.of(own.graph(), constants);
    Emitters emitters = new Emitters(plan, own, memory, operands, geometries);
    List<CodeBlock> calls =
        layers.compute(own.graph().nodes(), emitters, operands, own.memory(), "Predict");
    method.addCode(inParts("evaluate", EVALUATING, calls));
    return method.addCode(
        new LossEmitter(own.graph(), own.memory(), operands, memory, penalties.values())
            .emit("return"));
  }

  private MethodSpec differentiate() {
    MethodSpec.Builder method = program("differentiate", TypeName.DOUBLE, TRAINING);
    if (fusesSteps()) {
      method.addStatement("double loss = beginStep($L)", TRAINING.arguments());
    } else if (plan.evaluate().isPresent()) {
      method.addCode(inParts("forward", TRAINING, forward()));
      method.addCode(loss("double loss ="));
    } else {
      method.addStatement("double loss = evaluate(weights, work, rows)");
    }
    return method
        .beginControlFlow("if ($T.isFinite(loss))", Double.class)
        .addCode(inParts("backward", TRAINING, backward(Set.of(), "Backward")))
        .addCode(penalties.gradients())
        .endControlFlow()
        .addStatement("return loss")
        .build();
  }

  private boolean fusesSteps() {
    return !plan.fusedSteps().isEmpty();
  }

  /** Forward and loss of a step that goes on with {@link #endStep}, or of the gradients alone. */
  private MethodSpec beginStep() {
    MethodSpec.Builder method = program("beginStep", TypeName.DOUBLE, TRAINING);
    if (plan.evaluate().isEmpty()) {
      return method.addStatement("return evaluate(weights, work, rows)").build();
    }
    return method.addCode(inParts("forward", TRAINING, forward())).addCode(loss("return")).build();
  }

  private MethodSpec endStep(UpdateEmitter updates) {
    return program("endStep", TypeName.VOID, STEP)
        .addParameter(TypeName.LONG, "step")
        .addCode(inParts("step", STEPPING, backward(plan.fusedSteps(), "Step")))
        .addCode(penalties.gradients())
        .addCode(updates.rest(update))
        .build();
  }

  private List<CodeBlock> forward() {
    return train(false, Set.of(), "Forward");
  }

  /**
   * @param fusedSteps the gradients that are taken from the weights at once
   */
  private List<CodeBlock> backward(Set<Node> fusedSteps, String suffix) {
    return train(true, fusedSteps, suffix);
  }

  private List<CodeBlock> train(boolean backward, Set<Node> fusedSteps, String suffix) {
    List<Node> nodes =
        plan.train().nodes().stream().filter(n -> n.origin().backward() == backward).toList();
    Emitters emitters =
        new Emitters(
            plan,
            new ModelPlan.Planned(plan.train(), plan.trainMemory()),
            memory,
            train,
            geometries,
            fusedSteps);
    return layers.compute(nodes, emitters, train, plan.trainMemory(), suffix);
  }

  private CodeBlock loss(String before) {
    return new LossEmitter(plan.train(), plan.trainMemory(), train, memory, penalties.values())
        .emit(before);
  }

  /** The calls, or, if there are many, calls of methods with a part of them each. */
  private CodeBlock inParts(String name, Given given, List<CodeBlock> calls) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (calls.size() <= CALLS_PER_METHOD) {
      calls.forEach(code::addStatement);
      return code.build();
    }
    for (int from = 0; from < calls.size(); from += CALLS_PER_METHOD) {
      MethodSpec.Builder part =
          MethodSpec.methodBuilder(name + "Part" + (from / CALLS_PER_METHOD + 1))
              .addModifiers(Modifier.PRIVATE);
      parameters(part, given);
      calls
          .subList(from, Math.min(from + CALLS_PER_METHOD, calls.size()))
          .forEach(part::addStatement);
      MethodSpec built = part.build();
      parts.add(built);
      code.addStatement("$N($L)", built, given.arguments());
    }
    return code.build();
  }

  private MethodSpec.Builder program(String name, TypeName result, Given given) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(result);
    parameters(method, given);
    return method;
  }

  private void parameters(MethodSpec.Builder method, Given given) {
    given.arrays().forEach(array -> method.addParameter(memory.type(), array));
    method.addParameter(memory.type(), Operand.WORK);
    method.addParameter(TypeName.INT, LayerMethods.ROWS);
    if (given.draw()) {
      method.addParameter(TypeName.LONG, LayerMethods.DRAW);
    }
    if (given.rate()) {
      method.addParameter(TypeName.FLOAT, LayerMethods.RATE);
    }
  }
}
