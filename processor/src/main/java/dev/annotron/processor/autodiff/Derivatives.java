package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.ir.RecurrentOp;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.ShapeOp;

/** The one table of derivatives: an operation without a rule does not compile. */
final class Derivatives {
  private final GraphBuilder builder;
  private final ElementDerivatives elements;
  private final NormalizationDerivatives normalizations;
  private final RecurrentDerivatives recurrences;
  private final SequenceDerivatives sequences;

  Derivatives(GraphBuilder builder) {
    this.builder = builder;
    this.elements = new ElementDerivatives(builder);
    this.normalizations = new NormalizationDerivatives(builder);
    this.recurrences = new RecurrentDerivatives(builder);
    this.sequences = new SequenceDerivatives(builder);
  }

  /** The gradient of operand {@code index} of {@code node}, whose own gradient is {@code dy}. */
  Node of(Node node, int index, Node dy) {
    return switch (node.op()) {
      case Op.MatMul _ ->
          index == 0
              ? add(node, new Op.MatMulInputGradient(), dy, node.input(1))
              : add(node, new Op.MatMulKernelGradient(), node.input(0), dy);
      case Op.AddBias _ -> index == 0 ? dy : add(node, new Op.SumRows(), dy);
      case Op.Activate activate -> {
        Node value = activate.function().derivativeFromOutput() ? node : node.input(0);
        yield add(node, new Op.ActivateGradient(activate.function()), value, dy);
      }
      case Op.Softmax _ -> add(node, new Op.SoftmaxGradient(), node, dy);
      case Op.Add _ -> dy;
      case Op.Concat concat -> slice(concat, node, index, dy);
      case Op.Reshape _ -> add(node, new Op.Reshape(node.input(0).shape()), dy);
      case Op.Slice slice -> pad(slice, node, dy);
      case RandomOp.Dropout dropout -> add(node, dropout, dy);
      case RandomOp.Noise _ -> dy;
      case NormalizationOp normalization -> normalizations.of(normalization, node, index, dy);
      case ElementOp element -> elements.of(element, node, index, dy);
      case RecurrentOp recurrent -> recurrences.of(recurrent, node, index, dy);
      case SequenceOp sequence -> sequences.of(sequence, node, index, dy);
      case ConvolutionOp op -> add(node, ConvolutionDerivatives.of(op, node, index, dy));
      case PoolOp op -> add(node, ConvolutionDerivatives.of(op, node, dy));
      case ShapeOp shape -> add(node, ShapeDerivatives.of(shape, node.input(0).shape()), dy);
      case Op.Loss _, Op.ActivityPenalty _, Op.Source _, Op.Backward _, Op.Fused _ ->
          throw new IllegalStateException("nothing differentiates " + node.op());
    };
  }

  /** The gradient of a loss by its prediction: of the loss itself it is {@code weight}. */
  Node ofLoss(Node loss, double weight) {
    if (loss.op() instanceof Op.ActivityPenalty(double l1, double l2)) {
      return add(loss, new Op.ActivityGradient(weight * l1, weight * l2), loss.input(0));
    }
    int inputs = loss.inputs().size();
    Op op = new Op.LossGradient(((Op.Loss) loss.op()).kind(), weight);
    return add(loss, op, loss.input(inputs - 3), loss.input(inputs - 2), loss.input(inputs - 1));
  }

  private Node slice(Op.Concat concat, Node node, int index, Node dy) {
    int from =
        node.inputs().subList(0, index).stream()
            .mapToInt(input -> input.shape().dimension(concat.axis()))
            .sum();
    int size = node.input(index).shape().dimension(concat.axis());
    return add(node, new Op.Slice(concat.axis(), from, size), dy);
  }

  private Node pad(Op.Slice slice, Node node, Node dy) {
    int whole = node.input(0).shape().dimension(slice.axis());
    int after = whole - slice.from() - slice.size();
    return add(node, new ShapeOp.Pad(slice.axis(), slice.from(), after), dy);
  }

  private Node add(Node of, ConvolutionDerivatives.Call call) {
    return builder.add(of.origin().inBackward(), call.op(), call.operands());
  }

  private Node add(Node of, Op op, Node... operands) {
    return builder.add(of.origin().inBackward(), op, operands);
  }
}
