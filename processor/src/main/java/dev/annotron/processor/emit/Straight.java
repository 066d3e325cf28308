package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Straight-line code for one sample, in which every float of a tensor is a variable. Weights are
 * read where they lie.
 */
final class Straight {
  private final Operands operands;
  private final Memory memory;
  private final NameAllocator names;
  private final FloatFormulas formulas = new FloatFormulas(this::read);
  private final Map<Node, CodeBlock[]> values = new HashMap<>();
  private final Set<Node> touched = new LinkedHashSet<>();
  private final CodeBlock.Builder code = CodeBlock.builder();

  /**
   * @param names what is taken already
   */
  Straight(Operands operands, Memory memory, NameAllocator names) {
    this.operands = operands;
    this.memory = memory;
    this.names = names;
  }

  /** The statements so far. */
  CodeBlock code() {
    return code.build();
  }

  /** The tensors that were read or written in memory. */
  Set<Node> touched() {
    return touched;
  }

  /** Computes the floats from {@code from} up to {@code to} of a tensor. */
  void compute(Node node, int from, int to) {
    switch (node.op()) {
      case Op.Reshape _ -> {}
      case Op.Concat _, Op.Slice _ -> copy(node, from, to);
      default -> define(node, from, to, formulas.of(node));
    }
  }

  /** Declares a variable for each float. */
  void define(Node node, int from, int to, IntFunction<CodeBlock> formula) {
    for (int i = from; i < to; i++) {
      variables(node)[i] = declare(node, i, formula.apply(i));
    }
  }

  /** Float {@code i} of a tensor; loaded if it is no variable yet. */
  CodeBlock read(Node node, int i) {
    Node owner = node.owner();
    Operand operand = operands.of(owner);
    if (operand.array().equals(Operand.WEIGHTS)) {
      touched.add(owner);
      return memory.read(Operand.WEIGHTS, Operand.plus(operand.base(), i));
    }
    CodeBlock[] variables = variables(owner);
    if (variables[i] == null) {
      touched.add(owner);
      variables[i] = declare(owner, i, memory.read(operand.array(), inRow(operand, i)));
    }
    return variables[i];
  }

  /** Writes floats to memory, where the sample's row of the tensor is. */
  void store(Node node, int from, int to) {
    Operand operand = operands.of(node);
    touched.add(node);
    for (int i = from; i < to; i++) {
      code.addStatement(memory.write(operand.array(), inRow(operand, i), read(node, i)));
    }
  }

  /** A name for a variable that is declared outside. */
  String newName(String wish) {
    return names.newName(wish);
  }

  /** Adds to a variable that was declared outside. */
  void add(CodeBlock sum, CodeBlock term) {
    code.addStatement("$L += $L", sum, term);
  }

  /** The variable that holds where a sample's row of a tensor starts. */
  static String row(Operand operand) {
    return operand.base() + "Row";
  }

  private static String inRow(Operand operand, int i) {
    return Operand.plus(row(operand), i);
  }

  private CodeBlock declare(Node node, int i, CodeBlock value) {
    CodeBlock variable = CodeBlock.of("$L", names.newName(operands.of(node).name() + i));
    code.addStatement("float $L = $L", variable, value);
    return variable;
  }

  private void copy(Node node, int from, int to) {
    CodeBlock[] variables = variables(node);
    for (Copy copy : Copy.of(node)) {
      for (int i = 0; i < copy.blocks() * copy.width(); i++) {
        int block = i / copy.width();
        int within = i % copy.width();
        int at = copy.yFrom() + block * copy.yStride() + within;
        if (at >= from && at < to) {
          variables[at] = read(copy.x(), copy.xFrom() + block * copy.xStride() + within);
        }
      }
    }
  }

  private CodeBlock[] variables(Node node) {
    values.computeIfAbsent(node, _ -> new CodeBlock[node.shape().size()]);
    return Known.get(values, node);
  }
}
