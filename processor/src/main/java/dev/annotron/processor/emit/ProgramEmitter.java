package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.plan.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The nested class that computes: forward, loss, backward, update. */
final class ProgramEmitter {
  /** Calls of layer methods that one method makes: each takes up to 60 bytes of bytecode. */
  private static final int CALLS_PER_METHOD = 100;

  private final ModelPlan plan;
  private final Memory memory;
  private final Operands predict;
  private final Operands train;
  private final LayerMethods layers;
  private final List<MethodSpec> parts = new ArrayList<>();

  ProgramEmitter(ModelPlan plan, Map<String, String> constants) {
    this.plan = plan;
    this.memory = plan.kernels().offHeap() ? Memory.OFF_HEAP : Memory.HEAP;
    this.predict = Operands.of(plan.predict(), constants);
    this.train = Operands.of(plan.train(), constants);
    this.layers = new LayerMethods(memory);
  }

  Memory memory() {
    return memory;
  }

  TypeSpec emit(String name, Optimizer optimizer) {
    TypeSpec.Builder code =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The network's computation.\n")
            .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.PROGRAM, memory.type()));
    if (memory == Memory.OFF_HEAP) {
      code.addField(RuntimeTypes.KERNELS, "kernels", Modifier.PRIVATE, Modifier.FINAL);
      code.addMethod(
          MethodSpec.constructorBuilder()
              .addParameter(RuntimeTypes.KERNELS, "kernels")
              .addStatement("this.kernels = kernels")
              .build());
    }
    MethodSpec evaluate = evaluate();
    MethodSpec differentiate = differentiate();
    code.addMethod(predict()).addMethod(evaluate).addMethod(differentiate);
    code.addMethod(new UpdateEmitter(memory, plan.weights().size()).emit(optimizer));
    return code.addMethods(parts).addMethods(layers.methods()).build();
  }

  private MethodSpec predict() {
    Graph graph = plan.predict();
    Emitters emitters = new Emitters(plan.kernels(), memory, predict);
    List<CodeBlock> calls =
        layers.compute(graph.nodes(), emitters, predict, plan.predictMemory(), "Predict");
    MethodSpec.Builder method = program("predict", TypeName.VOID, List.of(Operand.WEIGHTS));
    return method.addCode(inParts("predict", List.of(Operand.WEIGHTS), calls)).build();
  }

  private MethodSpec evaluate() {
    List<CodeBlock> calls = train(false, "Forward");
    MethodSpec.Builder method = program("evaluate", TypeName.DOUBLE, List.of(Operand.WEIGHTS));
    method.addCode(inParts("forward", List.of(Operand.WEIGHTS), calls));
    return method.addStatement("return $L", loss()).build();
  }

  private MethodSpec differentiate() {
    List<String> arrays = List.of(Operand.WEIGHTS, Operand.GRADIENTS);
    List<CodeBlock> calls = train(true, "Backward");
    return program("differentiate", TypeName.DOUBLE, arrays)
        .addStatement("double loss = evaluate(weights, work, rows)")
        .beginControlFlow("if ($T.isFinite(loss))", Double.class)
        .addCode(inParts("backward", arrays, calls))
        .endControlFlow()
        .addStatement("return loss")
        .build();
  }

  private List<CodeBlock> train(boolean backward, String suffix) {
    List<Node> nodes =
        plan.train().nodes().stream().filter(n -> n.origin().backward() == backward).toList();
    Emitters emitters = new Emitters(plan.kernels(), memory, train);
    return layers.compute(nodes, emitters, train, plan.trainMemory(), suffix);
  }

  private CodeBlock loss() {
    return RowCalls.loss(plan.train().loss().orElseThrow(), train, memory, plan.trainMemory());
  }

  /** The calls, or, if there are many, calls of methods with a part of them each. */
  private CodeBlock inParts(String name, List<String> arrays, List<CodeBlock> calls) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (calls.size() <= CALLS_PER_METHOD) {
      calls.forEach(code::addStatement);
      return code.build();
    }
    for (int from = 0; from < calls.size(); from += CALLS_PER_METHOD) {
      MethodSpec.Builder part =
          MethodSpec.methodBuilder(name + "Part" + (from / CALLS_PER_METHOD + 1))
              .addModifiers(Modifier.PRIVATE);
      parameters(part, arrays);
      calls
          .subList(from, Math.min(from + CALLS_PER_METHOD, calls.size()))
          .forEach(part::addStatement);
      MethodSpec built = part.build();
      parts.add(built);
      code.addStatement("$N($L, work, rows)", built, String.join(", ", arrays));
    }
    return code.build();
  }

  private MethodSpec.Builder program(String name, TypeName result, List<String> arrays) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(result);
    parameters(method, arrays);
    return method;
  }

  private void parameters(MethodSpec.Builder method, List<String> arrays) {
    arrays.forEach(array -> method.addParameter(memory.type(), array));
    method.addParameter(memory.type(), Operand.WORK).addParameter(TypeName.INT, "rows");
  }
}
