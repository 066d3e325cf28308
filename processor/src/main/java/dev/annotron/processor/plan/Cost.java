package dev.annotron.processor.plan;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;

/** How much work an operation is for one sample. */
public final class Cost {
  private Cost() {}

  /** Multiply-adds of products; for all else, values touched. */
  public static long work(Node node) {
    return switch (node.op()) {
      case Op.Source _, Op.Reshape _ -> 0;
      case Op.MatMul _, Op.Dense _, Op.MatMulInputGradient _ ->
          (long) node.shape().size() * node.input(0).shape().last();
      case Op.MatMulKernelGradient _ ->
          (long) node.input(0).shape().size() * node.input(1).shape().last();
      case Op.AddBias _, Op.Activate _, Op.Softmax _, Op.Add _, Op.Concat _ -> node.shape().size();
      case Op.ActivateGradient _, Op.SoftmaxGradient _, Op.Slice _ -> node.shape().size();
      case ElementOp op -> elementWork(op, node);
      case RandomOp _ -> node.shape().size();
      case NormalizationOp _ -> node.input(0).shape().size();
      case RecurrentOp op -> recurrentWork(op, node);
      case SequenceOp op -> sequenceWork(op, node);
      case ConvolutionOp op -> op.geometry().work();
      case PoolOp op -> op.geometry().work();
      case ShapeOp _ -> node.shape().size();
      case Op.SumRows _,
          Op.Loss _,
          Op.LossGradient _,
          Op.ActivityPenalty _,
          Op.ActivityGradient _ ->
          node.input(0).shape().size();
    };
  }

  /** Floating-point operations, for people: two for each multiply-add. */
  public static long flops(Node node) {
    return switch (node.op()) {
      case Op.MatMul _, Op.MatMulInputGradient _, Op.MatMulKernelGradient _ -> 2 * work(node);
      case RecurrentOp.Recur _, SequenceOp.Products _ -> 2 * work(node);
      case ConvolutionOp.ConvolveFused op ->
          2 * work(node) + afterProduct(op.function(), op.hasBias()) * node.shape().size();
      case ConvolutionOp _ -> 2 * work(node);
      case Op.Dense dense ->
          2 * work(node) + afterProduct(dense.function(), dense.hasBias()) * node.shape().size();
      case Op.Concat _, Op.Slice _, ElementOp.Repeat _, ShapeOp _ -> 0;
      default -> work(node);
    };
  }

  /** Sums touch the values that they add. */
  private static long elementWork(ElementOp op, Node node) {
    return switch (op) {
      case ElementOp.ScaleGradient _, ElementOp.PreluSlopeGradient _, ElementOp.SumAxis _ ->
          node.input(0).shape().size();
      default -> node.shape().size();
    };
  }

  private static long recurrentWork(RecurrentOp op, Node node) {
    return switch (op) {
      case RecurrentOp.States _ -> node.shape().size();
      case RecurrentOp.Recur(var cell) -> products(cell, node);
      case RecurrentOp.StatesGradient(var cell, boolean _) -> products(cell, node);
      case RecurrentOp.RecurrentKernelGradient(var cell) -> products(cell, node.input(0));
    };
  }

  /** The multiply-adds of {@code h·U} in all steps. */
  private static long products(RecurrentOp.Cell cell, Node sequence) {
    return (long) sequence.shape().dimension(0) * cell.units() * cell.gates();
  }

  private static long sequenceWork(SequenceOp op, Node node) {
    return switch (op) {
      case SequenceOp.Products(boolean transposeA, boolean _, double _) -> {
        Shape a = node.input(0).shape();
        int depth = a.dimension(transposeA ? a.rank() - 2 : a.rank() - 1);
        yield (long) node.shape().size() * depth;
      }
      case SequenceOp.Mask _ -> node.input(0).shape().size();
      case SequenceOp.Embed _,
          SequenceOp.EmbedGradient _,
          SequenceOp.MaskedWeights _,
          SequenceOp.Hide _ ->
          node.shape().size();
    };
  }

  private static long afterProduct(Pointwise function, boolean hasBias) {
    boolean activated = !function.equals(Pointwise.LINEAR);
    return (hasBias ? 1L : 0) + (activated ? 1 : 0);
  }
}
