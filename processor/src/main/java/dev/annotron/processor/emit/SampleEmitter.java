package dev.annotron.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.Budgets;
import dev.annotron.processor.plan.KernelPlan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Prediction of one sample without work memory, for networks so small that all values between the
 * caller's arrays are variables. Nothing is shared then, so threads need nothing of each other.
 */
final class SampleEmitter {
  private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);
  private static final String X = "x";
  private static final String OUT = "out";

  /** Of an addition, or of a value that is stored. */
  private static final int ARITHMETIC_BYTES = 6;

  /** The types that the code names. */
  private static final List<String> TYPES = List.of("Functions", "HeapKernels");

  private final Graph graph;
  private final KernelPlan plan;
  private final Straight straight;

  private SampleEmitter(
      Graph graph, KernelPlan plan, Operands operands, Collection<String> constants) {
    this.graph = graph;
    this.plan = plan;
    NameAllocator names = new NameAllocator();
    List.of(Operand.WEIGHTS, X, OUT).forEach(names::newName);
    TYPES.forEach(names::newName);
    constants.forEach(names::newName);
    this.straight = new Straight(operands, Memory.HEAP, names);
  }

  /** The method, or nothing if the network is not computed like that. */
  static Optional<MethodSpec> emit(
      Graph graph, KernelPlan plan, Operands operands, Collection<String> constants) {
    SampleEmitter emitter = new SampleEmitter(graph, plan, operands, constants);
    return emitter.isStraight() ? Optional.of(emitter.method()) : Optional.empty();
  }

  /** Whether all is straight-line code of one method's size; a softmax may end an output. */
  private boolean isStraight() {
    int bytes = 0;
    for (Node node : graph.nodes()) {
      bytes += bytes(node);
      if (!(isStraight(node) || isLastSoftmax(node)) || bytes > Budgets.METHOD_BYTES) {
        return false;
      }
    }
    return !plan.offHeap();
  }

  private boolean isStraight(Node node) {
    return switch (plan.way(node)) {
      case FREE, UNROLLED -> true;
      case LOOP, NATIVE -> false;
    };
  }

  private static int bytes(Node node) {
    int terms =
        switch (node.op()) {
          case Op.MatMul _, Op.Dense _ -> node.input(0).shape().size() + 1;
          case Op.Parameter _ -> 0;
          default -> 2;
        };
    return node.shape().size() * (terms * Memory.HEAP.accessBytes() * 2 + ARITHMETIC_BYTES);
  }

  private boolean isLastSoftmax(Node node) {
    return node.op() instanceof Op.Softmax
        && graph.outputs().stream().filter(output -> output.owner() == node).count() == 1
        && graph.nodes().stream().noneMatch(other -> other.inputs().contains(node));
  }

  private MethodSpec method() {
    int at = 0;
    for (Node input : graph.inputs()) {
      int from = at;
      straight.define(input, 0, input.shape().size(), i -> CodeBlock.of("$L[$L]", X, from + i));
      at += input.shape().size();
    }
    for (Node node : graph.nodes()) {
      if (!(node.op() instanceof Op.Source || node.op() instanceof Op.Softmax)) {
        straight.compute(node, 0, node.shape().size());
      }
    }
    return MethodSpec.methodBuilder("predict")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("One sample, from array to array, with all values in variables.\n")
        .addParameter(FLOATS, Operand.WEIGHTS)
        .addParameter(FLOATS, X)
        .addParameter(FLOATS, OUT)
        .addCode(straight.code())
        .addCode(outputs())
        .build();
  }

  /** Stores what was computed, after all inputs were read: the arrays may be the same. */
  private CodeBlock outputs() {
    CodeBlock.Builder code = CodeBlock.builder();
    int at = 0;
    for (Node output : graph.outputs()) {
      Node owner = output.owner();
      Node stored = owner.op() instanceof Op.Softmax ? owner.input(0) : output;
      for (int i = 0; i < output.shape().size(); i++) {
        code.addStatement("$L[$L] = $L", OUT, at + i, straight.read(stored, i));
      }
      if (stored != output) {
        int columns = owner.shape().last();
        code.addStatement(
            "$1T.softmax($2L, $3L, $2L, $3L, $4L, $5L)",
            RuntimeTypes.HEAP_KERNELS,
            OUT,
            at,
            owner.shape().size() / columns,
            columns);
      }
      at += output.shape().size();
    }
    return code.build();
  }
}
