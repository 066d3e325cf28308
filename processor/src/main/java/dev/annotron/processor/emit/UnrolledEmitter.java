package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.KernelOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.plan.Budgets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Operations as straight-line code for one sample, inside a loop over the samples. */
final class UnrolledEmitter implements OpEmitter {
  /** Sums that are kept in variables over all samples at once: more would only be spilled. */
  private static final int SUMS_PER_PIECE = 64;

  private static final int ARITHMETIC_BYTES = 2;
  private static final int FUNCTION_BYTES = 6;

  private final Memory memory;
  private final Operands operands;

  UnrolledEmitter(Memory memory, Operands operands) {
    this.memory = memory;
    this.operands = operands;
  }

  @Override
  public List<Piece> emit(Node node) {
    return switch (node.op()) {
      case Op.MatMul _, Op.Dense _ -> dense(node);
      case Op.MatMulInputGradient _ -> inputGradient(node);
      case Op.MatMulKernelGradient _ -> kernelGradient(node);
      case Op.SumRows _ -> sumRows(node);
      case Op.AddBias _, Op.Activate _, Op.Add _ ->
          perFloat(node, new FloatFormulas(this::read).of(node).orElseThrow());
      case Op.ActivateGradient op ->
          perFloat(
              node,
              i ->
                  CodeBlock.of(
                      "$L * $L",
                      read(node.input(1), i),
                      Expressions.derivative(op.function(), read(node.input(0), i))));
      case Op.Concat _, Op.Slice _ ->
          Copy.of(node).stream().flatMap(c -> copy(c).stream()).toList();
      case Op.Source _, Op.Reshape _, Op.Softmax _, Op.SoftmaxGradient _ ->
          throw new IllegalArgumentException("not unrolled: " + node.op());
      case Op.Loss _, Op.LossGradient _, Op.ActivityPenalty _, Op.ActivityGradient _ ->
          throw new IllegalArgumentException("not unrolled: " + node.op());
      case ElementOp _, RandomOp _, KernelOp _ ->
          throw new IllegalArgumentException("not unrolled: " + node.op());
    };
  }

  private List<Piece> dense(Node node) {
    Node x = node.input(0);
    FloatFormulas formulas =
        new FloatFormulas((tensor, i) -> tensor == x ? CodeBlock.of("x$L", i) : read(tensor, i));
    int bytes = termBytes() * (x.shape().size() + 1) + FUNCTION_BYTES;
    return perFloat(node, loads("x", x), formulas.of(node).orElseThrow(), bytes);
  }

  private List<Piece> inputGradient(Node node) {
    int units = node.input(0).shape().size();
    IntFunction<CodeBlock> value =
        k -> {
          List<CodeBlock> terms = new ArrayList<>();
          for (int j = 0; j < units; j++) {
            terms.add(CodeBlock.of("d$L * $L", j, read(node.input(1), k * units + j)));
          }
          return Expressions.sum(terms);
        };
    return perFloat(node, loads("d", node.input(0)), value, termBytes() * units);
  }

  /**
   * Loads a sample's row into variables. Many sums read them, and the Java compiler could not keep
   * what it read before a store, as the store might have changed it.
   */
  private List<CodeBlock> loads(String name, Node tensor) {
    return IntStream.range(0, tensor.shape().size())
        .mapToObj(i -> CodeBlock.of("float $L$L = $L", name, i, read(tensor, i)))
        .toList();
  }

  private List<Piece> kernelGradient(Node node) {
    Node x = node.input(0);
    Node dy = node.input(1);
    int units = dy.shape().size();
    IntFunction<CodeBlock> term =
        i -> CodeBlock.of("$L * $L", read(x, i / units), read(dy, i % units));
    return sums(node, List.of(x, dy), "rows", term);
  }

  private List<Piece> sumRows(Node node) {
    Node dy = node.input(0);
    Operand operand = operands.of(dy);
    String stride = Operand.times("r", operand.columns());
    IntFunction<CodeBlock> term =
        i -> memory.read(operand.array(), Operand.plus(operand.base() + " + " + stride, i));
    return sums(node, List.of(), operand.rows(), term);
  }

  private List<Piece> copy(Copy copy) {
    List<CodeBlock> statements = new ArrayList<>();
    Operand to = operands.of(copy.y());
    for (int i = 0; i < copy.blocks() * copy.width(); i++) {
      int block = i / copy.width();
      int within = i % copy.width();
      String at = Operand.plus(row(to), copy.yFrom() + block * copy.yStride() + within);
      CodeBlock value = read(copy.x(), copy.xFrom() + block * copy.xStride() + within);
      statements.add(memory.write(to.array(), at, value));
    }
    List<Node> tensors = List.of(copy.x(), copy.y());
    return pieces(tensors, List.of(), statements, 2 * memory.accessBytes());
  }

  private List<Piece> perFloat(Node node, IntFunction<CodeBlock> value) {
    return perFloat(node, List.of(), value, termBytes() + FUNCTION_BYTES);
  }

  /** Statements that store each float of a tensor, for each sample. */
  private List<Piece> perFloat(
      Node node, List<CodeBlock> loads, IntFunction<CodeBlock> value, int bytes) {
    Operand y = operands.of(node);
    List<CodeBlock> statements =
        IntStream.range(0, y.size())
            .mapToObj(i -> memory.write(y.array(), Operand.plus(row(y), i), value.apply(i)))
            .toList();
    List<Node> tensors = new ArrayList<>(node.inputs());
    tensors.add(node);
    return pieces(tensors, loads, statements, bytes + memory.accessBytes());
  }

  private List<Piece> pieces(
      List<Node> tensors, List<CodeBlock> loads, List<CodeBlock> statements, int bytesEach) {
    int before = Piece.LOOP_BYTES + loads.size() * 2 * memory.accessBytes();
    int perPiece = Math.max(1, (Budgets.METHOD_BYTES - before) / bytesEach);
    List<Piece> pieces = new ArrayList<>();
    for (int from = 0; from < statements.size(); from += perPiece) {
      List<CodeBlock> part = statements.subList(from, Math.min(from + perPiece, statements.size()));
      CodeBlock.Builder code = CodeBlock.builder();
      code.beginControlFlow("for (int r = 0; r < rows; r++)");
      rows(code, tensors);
      loads.forEach(code::addStatement);
      part.forEach(code::addStatement);
      code.endControlFlow();
      pieces.add(new Piece(code.build(), before + bytesEach * part.size()));
    }
    return pieces;
  }

  /** Sums over {@code rows} rows, kept in variables and stored at the end. */
  private List<Piece> sums(
      Node node, List<Node> tensors, String rows, IntFunction<CodeBlock> term) {
    Operand sum = operands.of(node);
    List<Piece> pieces = new ArrayList<>();
    for (int from = 0; from < sum.size(); from += SUMS_PER_PIECE) {
      int to = Math.min(from + SUMS_PER_PIECE, sum.size());
      CodeBlock.Builder code = CodeBlock.builder();
      for (int i = from; i < to; i++) {
        code.addStatement("float $L$L = 0", sum.name(), i);
      }
      code.beginControlFlow("for (int r = 0; r < $L; r++)", rows);
      rows(code, tensors);
      for (int i = from; i < to; i++) {
        code.addStatement("$L$L += $L", sum.name(), i, term.apply(i));
      }
      code.endControlFlow();
      for (int i = from; i < to; i++) {
        code.addStatement(
            memory.write(
                sum.array(), Operand.plus(sum.base(), i), CodeBlock.of("$L$L", sum.name(), i)));
      }
      int bytes = Piece.LOOP_BYTES + (to - from) * (3 * termBytes());
      pieces.add(new Piece(code.build(), bytes));
    }
    return pieces;
  }

  /** Declares where this sample's row of each tensor starts. */
  private void rows(CodeBlock.Builder code, List<Node> tensors) {
    tensors.stream()
        .map(operands::of)
        .filter(Operand::isParameter)
        .distinct()
        .forEach(
            t ->
                code.addStatement(
                    "$T $L = $L + $L",
                    memory.index(),
                    row(t),
                    t.base(),
                    Operand.times("r", t.size())));
  }

  private CodeBlock read(Node node, int i) {
    Operand operand = operands.of(node);
    String at = Operand.plus(operand.isParameter() ? row(operand) : operand.base(), i);
    return memory.read(operand.array(), at);
  }

  private static String row(Operand operand) {
    return operand.base() + "Row";
  }

  private int termBytes() {
    return 2 * memory.accessBytes() + ARITHMETIC_BYTES;
  }
}
