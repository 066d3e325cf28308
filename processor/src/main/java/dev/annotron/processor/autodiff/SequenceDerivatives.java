package dev.annotron.processor.autodiff;

import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import java.util.ArrayList;
import java.util.List;

/** The derivatives of {@link SequenceOp}s. */
final class SequenceDerivatives {
  private final GraphBuilder builder;

  SequenceDerivatives(GraphBuilder builder) {
    this.builder = builder;
  }

  Node of(SequenceOp op, Node node, int index, Node dy) {
    return switch (op) {
      case SequenceOp.Embed _ -> {
        int vocabulary = node.input(1).shape().dimension(0);
        yield add(node, new SequenceOp.EmbedGradient(vocabulary), node.input(0), dy);
      }
      case SequenceOp.Products products ->
          index == 0
              ? ofFirst(products, node, node.input(1), dy)
              : ofSecond(products, node, node.input(0), dy);
      case SequenceOp.Hide(boolean causal, boolean masked, double _) -> {
        List<Node> operands = new ArrayList<>(node.inputs());
        operands.set(0, dy);
        yield builder.add(
            node.origin().inBackward(), new SequenceOp.Hide(causal, masked, 0), operands);
      }
      case SequenceOp.Mask _, SequenceOp.MaskedWeights _, SequenceOp.EmbedGradient _ ->
          throw new IllegalStateException("nothing differentiates " + op);
    };
  }

  /** {@code dA = dy · bᵀ}, or its transpose. */
  private Node ofFirst(SequenceOp.Products op, Node node, Node b, Node dy) {
    return op.transposeA()
        ? add(node, new SequenceOp.Products(op.transposeB(), true, op.scale()), b, dy)
        : add(node, new SequenceOp.Products(false, !op.transposeB(), op.scale()), dy, b);
  }

  /** {@code dB = aᵀ · dy}, or its transpose. */
  private Node ofSecond(SequenceOp.Products op, Node node, Node a, Node dy) {
    return op.transposeB()
        ? add(node, new SequenceOp.Products(true, op.transposeA(), op.scale()), dy, a)
        : add(node, new SequenceOp.Products(!op.transposeA(), false, op.scale()), a, dy);
  }

  private Node add(Node of, Op op, Node... operands) {
    return builder.add(of.origin().inBackward(), op, operands);
  }
}
