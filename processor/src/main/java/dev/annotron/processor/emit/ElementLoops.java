package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.CustomFunction;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;

/** {@link ElementOp}s as loops. */
final class ElementLoops {
  private static final SumLoop.Indexed ZERO = _ -> CodeBlock.of("0f");

  private final Memory memory;
  private final Operands operands;

  ElementLoops(Memory memory, Operands operands) {
    this.memory = memory;
    this.operands = operands;
  }

  CodeBlock emit(ElementOp op, Node node) {
    return switch (op) {
      case ElementOp.Combine(Combination how) -> each(node, combine(how, in(node, 0), in(node, 1)));
      case ElementOp.Choose choose -> each(node, choose(choose, node));
      case ElementOp.Affine(double factor, double offset) -> {
        CodeBlock product = CodeBlock.of("$L * $L", Expressions.number(factor), in(node, 0));
        yield each(
            node,
            offset == 0 ? product : CodeBlock.of("$L + $L", product, Expressions.number(offset)));
      }
      case ElementOp.Scale _ -> byColumn(node, CodeBlock.of("$L * $L", row(node, 0), column(node)));
      case ElementOp.Prelu _ -> byColumn(node, leaky("leakyRelu", node));
      case ElementOp.PreluGradient _ ->
          byColumn(node, CodeBlock.of("$L * $L", row(node, 2), leaky("leakyReluDerivative", node)));
      case ElementOp.ScaleGradient(Shape shape) ->
          sum(node, shape.size(), (x, dy) -> CodeBlock.of("$L * $L", x, dy));
      case ElementOp.PreluSlopeGradient(Shape shape) ->
          sum(
              node,
              shape.size(),
              (x, dy) -> CodeBlock.of("$T.min($L, 0f) * $L", Math.class, x, dy));
      case ElementOp.Repeat(int axis, int times) -> repeat(node, times, node.shape().stride(axis));
      case ElementOp.SumAxis(int axis) ->
          sumRepeats(node, node.input(0).shape().dimension(axis), node.shape().stride(axis));
      case ElementOp.Custom(CustomFunction function) ->
          each(node, custom(function, function.function(), in(node, 0)));
      case ElementOp.CustomGradient(CustomFunction function) -> {
        CodeBlock slope = custom(function, function.derivative(), in(node, 0));
        yield each(node, CodeBlock.of("$L * $L", in(node, 1), slope));
      }
    };
  }

  private static CodeBlock combine(Combination how, CodeBlock a, CodeBlock b) {
    return switch (how) {
      case SUBTRACT -> CodeBlock.of("$L - $L", a, b);
      case MULTIPLY -> CodeBlock.of("$L * $L", a, b);
      case MAXIMUM -> CodeBlock.of("$T.max($L, $L)", Math.class, a, b);
      case MINIMUM -> CodeBlock.of("$T.min($L, $L)", Math.class, a, b);
    };
  }

  private CodeBlock choose(ElementOp.Choose op, Node node) {
    String compare = op.how() == Combination.MAXIMUM ? ">=" : "<=";
    return CodeBlock.of(
        op.first() ? "$L $L $L ? $L : 0f" : "$L $L $L ? 0f : $L",
        in(node, 0),
        compare,
        in(node, 1),
        in(node, 2));
  }

  private static CodeBlock custom(CustomFunction function, String method, CodeBlock x) {
    return CodeBlock.of("$L.$L($L)", function.type(), method, x);
  }

  private CodeBlock leaky(String function, Node node) {
    return CodeBlock.of(
        "$T.$L($L, $L)", RuntimeTypes.FUNCTIONS, function, row(node, 0), column(node));
  }

  /** A loop over all values; {@code i} numbers them. */
  private CodeBlock each(Node node, CodeBlock value) {
    Operand y = operands.of(node);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int i = 0; i < $L; i++)", y.count());
    code.addStatement(memory.write(y.array(), y.at("i"), value));
    return code.endControlFlow().build();
  }

  /**
   * A loop over rows {@code r} as wide as the operand that repeats, and their columns {@code j}.
   */
  private CodeBlock byColumn(Node node, CodeBlock value) {
    Operand y = operands.of(node);
    int columns = node.input(1).shape().size();
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int r = 0; r < $L; r++)", rows(node, columns));
    code.beginControlFlow("for (int j = 0; j < $L; j++)", columns);
    code.addStatement(memory.write(y.array(), rowIndex(y, columns), value));
    return code.endControlFlow().endControlFlow().build();
  }

  private interface Term {
    CodeBlock of(CodeBlock x, CodeBlock dy);
  }

  /** The sums over all rows of what {@code x} and {@code dy} give. */
  private CodeBlock sum(Node node, int columns, Term term) {
    Operand x = operands.of(node.input(0));
    Operand dy = operands.of(node.input(1));
    Operand sum = operands.of(node);
    String row = Operand.times("r", columns);
    CodeBlock.Builder code = CodeBlock.builder();
    new SumLoop(
            "j",
            columns,
            "int r = 0; r < " + rows(node, columns) + "; r++",
            ZERO,
            j -> term.of(read(x, row + " + " + j), read(dy, row + " + " + j)),
            (j, s) -> memory.write(sum.array(), sum.at(j), s))
        .emit(code);
    return code.build();
  }

  private CodeBlock repeat(Node node, int times, int inner) {
    Operand x = operands.of(node.input(0));
    Operand y = operands.of(node);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int r = 0; r < $L; r++)", rows(node, times * inner, node));
    code.beginControlFlow("for (int k = 0; k < $L; k++)", times);
    code.beginControlFlow("for (int j = 0; j < $L; j++)", inner);
    String to = "(" + Operand.times("r", times) + " + k)";
    String at = Operand.times(inner == 1 ? to : to.substring(1, to.length() - 1), inner) + " + j";
    CodeBlock value = read(x, Operand.times("r", inner) + " + j");
    code.addStatement(memory.write(y.array(), y.at(at), value));
    return code.endControlFlow().endControlFlow().endControlFlow().build();
  }

  private CodeBlock sumRepeats(Node node, int times, int inner) {
    Operand x = operands.of(node.input(0));
    Operand y = operands.of(node);
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int r = 0; r < $L; r++)", rows(node, inner, node));
    String from = Operand.times("r", times * inner) + " + " + Operand.times("k", inner);
    new SumLoop(
            "j",
            inner,
            "int k = 0; k < " + times + "; k++",
            ZERO,
            j -> read(x, from + " + " + j),
            (j, s) -> memory.write(y.array(), y.at(Operand.times("r", inner) + " + " + j), s))
        .emit(code);
    return code.endControlFlow().build();
  }

  private static String rows(Node node, int columns) {
    return rows(node, columns, node.input(0));
  }

  /** How many rows of so many columns a tensor has. */
  private static String rows(Node node, int columns, Node tensor) {
    int perSample = tensor.shape().size() / columns;
    return node.type().batched() || tensor.type().batched()
        ? Operand.times("rows", perSample)
        : String.valueOf(perSample);
  }

  private CodeBlock in(Node node, int index) {
    return read(operands.of(node.input(index)), "i");
  }

  private CodeBlock row(Node node, int index) {
    Operand operand = operands.of(node.input(index));
    return memory.read(operand.array(), rowIndex(operand, node.input(1).shape().size()));
  }

  private CodeBlock column(Node node) {
    return read(operands.of(node.input(1)), "j");
  }

  private static String rowIndex(Operand operand, int columns) {
    return operand.at(Operand.times("r", columns) + " + j");
  }

  private CodeBlock read(Operand operand, String index) {
    return memory.read(operand.array(), operand.at(index));
  }
}
