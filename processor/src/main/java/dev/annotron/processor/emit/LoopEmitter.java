package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.KernelOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.RandomOp;
import java.util.List;

/** Operations as loops, with all sizes as constants. */
final class LoopEmitter implements OpEmitter {
  private static final SumLoop.Indexed ZERO = _ -> CodeBlock.of("0f");
  private static final int BYTES = 600;

  private final Memory memory;
  private final Operands operands;

  LoopEmitter(Memory memory, Operands operands) {
    this.memory = memory;
    this.operands = operands;
  }

  @Override
  public List<Piece> emit(Node node) {
    CodeBlock.Builder code = CodeBlock.builder();
    switch (node.op()) {
      case Op.MatMul _ -> dense(code, node, Pointwise.LINEAR, ZERO);
      case Op.Dense dense -> dense(code, node, dense.function(), start(node, dense));
      case Op.MatMulInputGradient _ -> inputGradient(code, node);
      case Op.MatMulKernelGradient _ -> kernelGradient(code, node);
      case Op.SumRows _ -> sumRows(code, node);
      case Op.AddBias _ -> addBias(code, node);
      case Op.Activate op -> elementwise(code, node, Expressions.apply(op.function(), in(node, 0)));
      case Op.ActivateGradient op ->
          elementwise(
              code,
              node,
              CodeBlock.of(
                  "$L * $L", in(node, 1), Expressions.derivative(op.function(), in(node, 0))));
      case Op.Add _ -> elementwise(code, node, CodeBlock.of("$L + $L", in(node, 0), in(node, 1)));
      case Op.Concat _, Op.Slice _ ->
          Copy.of(node).forEach(copy -> code.add(copy.loop(memory, operands)));
      case RandomOp op -> code.add(RandomCode.loop(op, node, memory, operands));
      case ElementOp op -> code.add(new ElementLoops(memory, operands).emit(op, node));
      case Op.Softmax _, Op.SoftmaxGradient _, Op.LossGradient _, Op.ActivityGradient _ ->
          code.addStatement(RowCalls.call(node, operands, RowCalls.ON_HEAP));
      case Op.Source _, Op.Reshape _, Op.Loss _, Op.ActivityPenalty _, KernelOp _ ->
          throw new IllegalArgumentException("no loop");
    }
    return List.of(new Piece(code.build(), BYTES));
  }

  private SumLoop.Indexed start(Node node, Op.Dense dense) {
    if (!dense.hasBias()) {
      return ZERO;
    }
    Operand bias = operands.of(node.input(2));
    return j -> read(bias, bias.at(j));
  }

  private void dense(CodeBlock.Builder code, Node node, Pointwise function, SumLoop.Indexed start) {
    Operand x = operands.of(node.input(0));
    Operand kernel = operands.of(node.input(1));
    Operand y = operands.of(node);
    int units = y.columns();
    code.beginControlFlow("for (int r = 0; r < $L; r++)", y.rows());
    new SumLoop(
            "j",
            units,
            "int k = 0; k < " + x.columns() + "; k++",
            start,
            j -> product(read(x, x.cell("r", "k")), read(kernel, kernel.at(index("k", units, j)))),
            (j, s) -> write(y, y.cell("r", j), Expressions.apply(function, s)))
        .emit(code);
    code.endControlFlow();
  }

  private void inputGradient(CodeBlock.Builder code, Node node) {
    Operand dy = operands.of(node.input(0));
    Operand kernel = operands.of(node.input(1));
    Operand dx = operands.of(node);
    int units = dy.columns();
    code.beginControlFlow("for (int r = 0; r < $L; r++)", dx.rows());
    new SumLoop(
            "k",
            dx.columns(),
            "int j = 0; j < " + units + "; j++",
            ZERO,
            k ->
                product(read(dy, dy.cell("r", "j")), read(kernel, kernel.at(index(k, units, "j")))),
            (k, s) -> write(dx, dx.cell("r", k), s))
        .emit(code);
    code.endControlFlow();
  }

  private void kernelGradient(CodeBlock.Builder code, Node node) {
    Operand x = operands.of(node.input(0));
    Operand dy = operands.of(node.input(1));
    Operand dKernel = operands.of(node);
    int units = dy.columns();
    code.beginControlFlow("for (int k = 0; k < $L; k++)", x.columns());
    new SumLoop(
            "j",
            units,
            "int r = 0; r < " + dy.rows() + "; r++",
            ZERO,
            j -> product(read(x, x.cell("r", "k")), read(dy, dy.cell("r", j))),
            (j, s) -> write(dKernel, dKernel.at(index("k", units, j)), s))
        .emit(code);
    code.endControlFlow();
  }

  private void sumRows(CodeBlock.Builder code, Node node) {
    Operand dy = operands.of(node.input(0));
    Operand sum = operands.of(node);
    int columns = sum.size();
    String row = Operand.times("r", columns);
    new SumLoop(
            "j",
            columns,
            "int r = 0; r < " + dy.rows() + "; r++",
            ZERO,
            j -> read(dy, dy.base() + " + " + row + " + " + j),
            (j, s) -> write(sum, sum.at(j), s))
        .emit(code);
  }

  private void addBias(CodeBlock.Builder code, Node node) {
    Operand x = operands.of(node.input(0));
    Operand bias = operands.of(node.input(1));
    Operand y = operands.of(node);
    String at = Operand.times("r", bias.size()) + " + j";
    code.beginControlFlow("for (int r = 0; r < $L; r++)", x.rows());
    code.beginControlFlow("for (int j = 0; j < $L; j++)", bias.size());
    CodeBlock sum = CodeBlock.of("$L + $L", read(x, x.at(at)), read(bias, bias.at("j")));
    code.addStatement(write(y, y.at(at), sum));
    code.endControlFlow();
    code.endControlFlow();
  }

  private void elementwise(CodeBlock.Builder code, Node node, CodeBlock value) {
    Operand y = operands.of(node);
    code.beginControlFlow("for (int i = 0; i < $L; i++)", y.count());
    code.addStatement(write(y, y.at("i"), value));
    code.endControlFlow();
  }

  private CodeBlock in(Node node, int index) {
    Operand operand = operands.of(node.input(index));
    return read(operand, operand.at("i"));
  }

  private CodeBlock read(Operand operand, String index) {
    return memory.read(operand.array(), index);
  }

  private CodeBlock write(Operand operand, String index, CodeBlock value) {
    return memory.write(operand.array(), index, value);
  }

  private static CodeBlock product(CodeBlock a, CodeBlock b) {
    return CodeBlock.of("$L * $L", a, b);
  }

  private static String index(String row, int columns, String column) {
    return Operand.times(row, columns) + " + " + column;
  }
}
