package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import java.util.List;

/** The derivatives of {@link ConvolutionOp}s and {@link PoolOp}s. */
final class ConvolutionDerivatives {
  private ConvolutionDerivatives() {}

  /** An operation on operands. */
  record Call(Op op, List<Node> operands) {
    static Call of(Op op, Node... operands) {
      return new Call(op, List.of(operands));
    }
  }

  /** The gradient of operand {@code index} of {@code node}, whose own gradient is {@code dy}. */
  static Call of(ConvolutionOp op, Node node, int index, Node dy) {
    Geometry geometry = op.geometry();
    return switch (op) {
      case ConvolutionOp.Convolve _ ->
          index == 0
              ? Call.of(new ConvolutionOp.ConvolveTransposed(geometry), dy, node.input(1))
              : Call.of(new ConvolutionOp.ConvolveKernelGradient(geometry), node.input(0), dy);
      case ConvolutionOp.ConvolveTransposed _ ->
          index == 0
              ? Call.of(new ConvolutionOp.Convolve(geometry), dy, node.input(1))
              : Call.of(new ConvolutionOp.ConvolveKernelGradient(geometry), dy, node.input(0));
      case ConvolutionOp.ConvolveKernelGradient _, ConvolutionOp.ConvolveFused _ ->
          throw new IllegalStateException("nothing differentiates " + op);
    };
  }

  /** The gradient of the one operand of {@code node}, whose own gradient is {@code dy}. */
  static Call of(PoolOp op, Node node, Node dy) {
    return switch (op) {
      case PoolOp.MaxPool(Geometry geometry) ->
          Call.of(new PoolOp.MaxPoolGradient(geometry), node.input(0), node, dy);
      case PoolOp.SumPool(Geometry geometry, boolean mean) ->
          Call.of(new PoolOp.SpreadPool(geometry, mean), dy);
      case PoolOp.SpreadPool(Geometry geometry, boolean mean) ->
          Call.of(new PoolOp.SumPool(geometry, mean), dy);
      case PoolOp.MaxPoolGradient _ ->
          throw new IllegalStateException("nothing differentiates " + op);
    };
  }
}
