package dev.annotron.processor.ir;

/** Operations of networks that read sequences: embeddings, masks and attention. */
public sealed interface SequenceOp extends KernelOp {

  /** {@code (ids[…], table[v,u]) → y[…,u]}: the table's rows with these numbers. */
  record Embed() implements SequenceOp {
    @Override
    public boolean differentiatesBy(int operand) {
      return operand == 1;
    }
  }

  /** {@code (ids[…], dy[…,u]) → dTable}, of {@link Embed}, summed. No derivative. */
  record EmbedGradient(int vocabulary) implements SequenceOp {}

  /** {@code (x[T,n]) → mask[T]}: 0 where all values of a step are {@code value}, else 1. */
  record Mask(double value) implements SequenceOp {
    @Override
    public boolean differentiatesBy(int operand) {
      return false;
    }
  }

  /**
   * {@code (mask[T], weights[1]) → weights[T]}: the weight of a sample for those of its steps that
   * the mask keeps, times the share of all steps that they are; 0 for the others. No derivative.
   */
  record MaskedWeights() implements SequenceOp {
    @Override
    public boolean stopsGradients() {
      return true;
    }
  }

  /**
   * {@code (a[…,m,k], b[…,k,n]) → scale · a · b[…,m,n]}: a product for each of the outer axes, on
   * which both agree; a transposed operand is {@code [k,m]} or {@code [n,k]}.
   */
  record Products(boolean transposeA, boolean transposeB, double scale) implements SequenceOp {}

  /**
   * {@code (scores[heads,T,S], mask[S]?) →} the same with {@code fill} where step {@code t} must
   * not look at step {@code s}: after it if {@code causal}, or where the mask is 0.
   */
  record Hide(boolean causal, boolean masked, double fill) implements SequenceOp {
    @Override
    public boolean differentiatesBy(int operand) {
      return operand == 0;
    }
  }
}
