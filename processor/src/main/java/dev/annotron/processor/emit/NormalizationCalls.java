package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.NormalizationOp.Groups;
import java.util.ArrayList;
import java.util.List;

/** {@link NormalizationOp}s as calls of kernels. */
final class NormalizationCalls {
  private NormalizationCalls() {}

  static CodeBlock call(NormalizationOp op, Node node, Operands operands) {
    return switch (op) {
      case NormalizationOp.BatchMean _ -> byColumn("batchMean", node, operands);
      case NormalizationOp.BatchVariance _ -> byColumn("batchVariance", node, operands);
      case NormalizationOp.InverseDeviation(double epsilon) ->
          CodeBlock.of(
              "kernels.inverseDeviation($L, $L, $L)",
              operands.tensors(node),
              operands.of(node).count(),
              Expressions.number(epsilon));
      case NormalizationOp.Standardize standardize -> standardize(standardize, node, operands);
      case NormalizationOp.CenteredSum _ -> byColumn("centeredSum", node, operands);
      case NormalizationOp.BatchSlopes(double epsilon, int rows) ->
          CodeBlock.of(
              "kernels.batchSlopes($L, $L, $L, $L)",
              operands.tensors(node),
              Operand.times("rows", rows),
              node.shape().last(),
              Expressions.number(epsilon));
      case NormalizationOp.BatchGradient _ -> byColumn("batchGradient", node, operands);
      case NormalizationOp.Normalize normalize -> normalize(normalize, node, operands);
      case NormalizationOp.NormalizeGradient gradient -> {
        List<String> tensors = new ArrayList<>();
        tensors.add(tensor(node.input(0), operands));
        tensors.add(gradient.hasGain() ? tensor(node.input(1), operands) : none(node, operands));
        tensors.add(tensor(node.inputs().getLast(), operands));
        tensors.add(tensor(node, operands));
        yield grouped("normalizeGradient", tensors, gradient.groups());
      }
      case NormalizationOp.NormalizeGainGradient(Groups groups, var _) ->
          grouped("normalizeGainGradient", List.of(operands.tensors(node)), groups);
    };
  }

  /** A kernel over the rows of its first operand. */
  private static CodeBlock byColumn(String kernel, Node node, Operands operands) {
    return byColumn(kernel, operands.tensors(node), operands.of(node.input(0)));
  }

  private static CodeBlock byColumn(String kernel, String tensors, Operand x) {
    return CodeBlock.of("kernels.$L($L, $L, $L)", kernel, tensors, x.rows(), x.columns());
  }

  private static CodeBlock standardize(
      NormalizationOp.Standardize op, Node node, Operands operands) {
    List<String> tensors = new ArrayList<>();
    for (int i : new int[] {0, 1, 3}) {
      tensors.add(tensor(node.input(i), operands));
    }
    tensors.add(op.hasBias() ? tensor(node.input(4), operands) : none(node, operands));
    tensors.add(tensor(node, operands));
    return byColumn("standardize", String.join(", ", tensors), operands.of(node));
  }

  private static CodeBlock normalize(NormalizationOp.Normalize op, Node node, Operands operands) {
    List<String> tensors = new ArrayList<>();
    tensors.add(tensor(node.input(0), operands));
    tensors.add(op.hasGain() ? tensor(node.input(1), operands) : none(node, operands));
    tensors.add(op.hasBias() ? tensor(node.inputs().getLast(), operands) : none(node, operands));
    tensors.add(tensor(node, operands));
    return grouped("normalize", tensors, op.groups());
  }

  private static CodeBlock grouped(String kernel, List<String> tensors, Groups groups) {
    return CodeBlock.of(
        "kernels.$L($L, rows, $L, $L, $L, $L, $L, $L)",
        kernel,
        String.join(", ", tensors),
        groups.outer(),
        groups.groups(),
        groups.inner(),
        groups.scaled(),
        groups.centered(),
        Expressions.number(groups.epsilon()));
  }

  private static String tensor(Node node, Operands operands) {
    Operand operand = operands.of(node);
    return operand.array() + ", " + operand.base();
  }

  /** In the place of an operand that is not there. */
  private static String none(Node node, Operands operands) {
    return operands.of(node).array() + ", -1";
  }
}
