package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.RandomOp;

/**
 * {@link RandomOp}s as calls of kernels and as loops; both read the draw that methods are given.
 */
final class RandomCode {
  private RandomCode() {}

  static CodeBlock call(RandomOp op, Node node, Operands operands) {
    Operand y = operands.of(node);
    String tensors = operands.tensors(node);
    return switch (op) {
      case RandomOp.Dropout(double rate, int salt, int channels) ->
          CodeBlock.of(
              "kernels.dropout(draw, $L, $L, $L, rows, $L, $L)",
              salt,
              Expressions.number(rate),
              tensors,
              y.size(),
              channels);
      case RandomOp.Noise(double deviation, int salt) ->
          CodeBlock.of(
              "kernels.noise(draw, $L, $L, $L, $L)",
              salt,
              Expressions.number(deviation),
              tensors,
              y.count());
    };
  }

  static CodeBlock loop(RandomOp op, Node node, Memory memory, Operands operands) {
    Operand x = operands.of(node.input(0));
    Operand y = operands.of(node);
    CodeBlock value = memory.read(x.array(), x.at("i"));
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("for (int i = 0; i < $L; i++)", y.count());
    code.addStatement(memory.write(y.array(), y.at("i"), changed(op, y.size(), value)));
    return code.endControlFlow().build();
  }

  private static CodeBlock changed(RandomOp op, int size, CodeBlock value) {
    return switch (op) {
      case RandomOp.Dropout(double rate, int salt, int channels) ->
          CodeBlock.of(
              "$L * $T.kept(draw, $L, $L, $L)",
              value,
              RuntimeTypes.CHANCE,
              salt,
              number(size, channels),
              Expressions.number(rate));
      case RandomOp.Noise(double deviation, int salt) ->
          CodeBlock.of(
              "$L + $L * $T.normal(draw, $L, i)",
              value,
              Expressions.number(deviation),
              RuntimeTypes.CHANCE,
              salt);
    };
  }

  /** The number that decides about value {@code i}. */
  private static String number(int size, int channels) {
    return channels == size ? "i" : Operand.times("i / " + size, channels) + " + i % " + channels;
  }
}
