package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.RecurrentOp.Cell;

/** {@link RecurrentOp}s as calls of kernels. */
final class RecurrentCalls {
  private RecurrentCalls() {}

  static CodeBlock call(RecurrentOp op, Node node, Operands operands) {
    return switch (op) {
      case RecurrentOp.Recur(Cell cell) -> {
        Operand kernel = operands.of(node.input(1));
        yield CodeBlock.of(
            "kernels.recur($L, $L, $L, $L, $L, $L, rows, $L, $L)",
            functions(cell),
            tensor(node.input(0), operands),
            tensor(kernel),
            cell.hasBias() ? operands.of(node.input(2)).base() : "-1",
            mask(cell, node, 2, operands),
            tensor(node, operands),
            steps(node),
            cell.units());
      }
      case RecurrentOp.States(Cell cell, boolean last) -> states(cell, last, node, operands);
      case RecurrentOp.StatesGradient(Cell cell, boolean last) ->
          CodeBlock.of(
              "kernels.recurGradient($L, $L, $L, $L, $L, $L, $L, rows, $L, $L)",
              functions(cell),
              last,
              tensor(node.input(0), operands),
              tensor(node.input(1), operands),
              tensor(node.input(2), operands),
              cell.masked() ? tensor(node.input(3), operands) : noMask(),
              tensor(node, operands),
              steps(node),
              cell.units());
      case RecurrentOp.RecurrentKernelGradient(Cell cell) ->
          CodeBlock.of(
              "kernels.recurKernelGradient($T.$L, $L, $L, $L)",
              RuntimeTypes.RECURRENT_CELL,
              cell.kind().name(),
              operands.tensors(node),
              Operand.times("rows", steps(node.input(0))),
              cell.units());
    };
  }

  /** The states are copied out of the trace. */
  private static CodeBlock states(Cell cell, boolean last, Node node, Operands operands) {
    Operand trace = operands.of(node.input(0));
    int steps = steps(node.input(0));
    int apart = last ? steps : 1;
    return CodeBlock.of(
        "kernels.copyRows($L, $L, $L, $L, $L, $L, $L)",
        trace.array(),
        Operand.plus(trace.base(), apart * cell.trace() - cell.units()),
        apart * cell.trace(),
        tensor(node, operands),
        cell.units(),
        cell.units(),
        Operand.times("rows", steps / apart));
  }

  private static CodeBlock functions(Cell cell) {
    return CodeBlock.of(
        "$T.$L, $T.$L, $T.$L",
        RuntimeTypes.RECURRENT_CELL,
        cell.kind().name(),
        RuntimeTypes.FUNCTION,
        cell.activation().activation().name(),
        RuntimeTypes.FUNCTION,
        cell.recurrentActivation().activation().name());
  }

  private static CodeBlock mask(Cell cell, Node node, int before, Operands operands) {
    return cell.masked() ? tensor(node.input(cell.maskAt(before)), operands) : noMask();
  }

  private static CodeBlock noMask() {
    return CodeBlock.of("$L, -1", Operand.WORK);
  }

  private static int steps(Node node) {
    return node.shape().dimension(0);
  }

  private static CodeBlock tensor(Node node, Operands operands) {
    return tensor(operands.of(node));
  }

  private static CodeBlock tensor(Operand operand) {
    return CodeBlock.of("$L, $L", operand.array(), operand.base());
  }
}
