package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The floats of a forward pass, each as an expression of those before. */
final class FloatFormulas {
  /** How code reads float {@code i} of a tensor, of one sample or shared. */
  interface Reader {
    CodeBlock read(Node tensor, int i);
  }

  private final Reader reader;

  FloatFormulas(Reader reader) {
    this.reader = reader;
  }

  /** The formula of each float of a node, by its index; empty for operations that have none. */
  Optional<IntFunction<CodeBlock>> of(Node node) {
    return switch (node.op()) {
      case Op.MatMul _ -> Optional.of(j -> dense(node, Pointwise.LINEAR, false, j));
      case Op.Dense op -> Optional.of(j -> dense(node, op.function(), op.hasBias(), j));
      case Op.AddBias _ -> Optional.of(i -> sum(node, i, i % node.shape().last()));
      case Op.Add _ -> Optional.of(i -> sum(node, i, i));
      case Op.Activate op ->
          Optional.of(i -> Expressions.apply(op.function(), reader.read(node.input(0), i)));
      default -> Optional.empty();
    };
  }

  private CodeBlock dense(Node node, Pointwise function, boolean hasBias, int j) {
    int units = node.shape().size();
    List<CodeBlock> terms = new ArrayList<>();
    if (hasBias) {
      terms.add(reader.read(node.input(2), j));
    }
    for (int k = 0; k < node.input(0).shape().size(); k++) {
      terms.add(
          CodeBlock.of(
              "$L * $L", reader.read(node.input(0), k), reader.read(node.input(1), k * units + j)));
    }
    return Expressions.apply(function, Expressions.sum(terms));
  }

  private CodeBlock sum(Node node, int i, int other) {
    return CodeBlock.of(
        "$L + $L", reader.read(node.input(0), i), reader.read(node.input(1), other));
  }
}
