package dev.annotron.processor.ir;

import dev.annotron.Initializer;

/**
 * The closed set of operations. A new one does not compile until every switch over them knows it:
 * its type ({@link Types}), derivative, interpretation, cost and emission.
 *
 * <p>Operands are given in order, as {@code (x, kernel)}; {@code x}, {@code y} and their gradients
 * {@code dx}, {@code dy} are per sample, kernels and biases are shared by all.
 */
public sealed interface Op
    permits Op.Source, Op.Forward, Op.Backward, Op.Fused, ElementOp, RandomOp, KernelOp {

  /**
   * Whether the result depends on the draw of the training step, a number that is new in each step.
   */
  default boolean isRandom() {
    return false;
  }

  /** Whether no gradient flows back through it to what it is computed from. */
  default boolean stopsGradients() {
    return false;
  }

  /** Whether the result has a derivative by this operand; ids and masks only choose. */
  default boolean differentiatesBy(int operand) {
    return !stopsGradients();
  }

  /** Operations without operands. */
  sealed interface Source extends Op {}

  /** Operations that layers compose; each has a derivative. */
  sealed interface Forward extends Op {}

  /** Operations that derivatives are made of; nothing differentiates them again. */
  sealed interface Backward extends Op {}

  /** Operations that passes put in the place of several others, after differentiation. */
  sealed interface Fused extends Op {}

  /** An input of the network. */
  record Input(String name, Shape shape) implements Source {}

  /**
   * What the loss of an output compares with.
   *
   * @param output the output's name
   */
  record Target(String output, Shape shape) implements Source {}

  /** How much each sample counts in the losses: one number per sample. */
  record SampleWeights() implements Source {}

  /**
   * A tensor that the model keeps, and saves to files.
   *
   * @param name {@code layer/role}, such as {@code hidden/kernel}
   */
  record Parameter(
      String name, Shape shape, Initializer initializer, int fanIn, int fanOut, Change change)
      implements Source {

    /** One that the optimizer changes. */
    public Parameter(String name, Shape shape, Initializer initializer, int fanIn, int fanOut) {
      this(name, shape, initializer, fanIn, fanOut, Change.TRAINED);
    }
  }

  /** What changes a parameter; parameters lie in memory in this order. */
  enum Change {
    /** The optimizer, by the parameter's gradient. */
    TRAINED,
    /** The training step itself, which computes the next value: a moving mean. */
    UPDATED,
    /** Nothing. */
    FROZEN
  }

  /** {@code (x[…,n], kernel[n,m]) → x · kernel}. */
  record MatMul() implements Forward {}

  /** {@code (x[…,n], bias[n]) → x + bias}. */
  record AddBias() implements Forward {}

  /** {@code (x) → function(x)}, value by value. */
  record Activate(Pointwise function) implements Forward {}

  /** {@code (x) → exp(x) / Σ exp(x)} over the last axis. */
  record Softmax() implements Forward {}

  /** {@code (a, b) → a + b}. */
  record Add() implements Forward {}

  /** {@code (a, b, …) →} one after another along {@code axis}. */
  record Concat(int axis) implements Forward {}

  /** {@code (x) →} the part of {@code size} from {@code from} along {@code axis}. */
  record Slice(int axis, int from, int size) implements Forward {}

  /** {@code (x) →} the same values in another shape; nothing is moved. */
  record Reshape(Shape shape) implements Forward {}

  /**
   * {@code (prediction, target, weights) →} the mean loss of the batch; from logits {@code (logits,
   * outputs, target, weights)}, where {@code outputs} are the activated logits, which only the
   * derivative reads. The weights are one for each sample or for each of its steps.
   */
  record Loss(LossKind kind) implements Forward {}

  /** {@code (x) → Σ (l1 |x| + l2 x²)}, the mean over the samples of the batch. */
  record ActivityPenalty(double l1, double l2) implements Forward {}

  /** {@code (dy, kernel) → dx}, of {@link MatMul}. */
  record MatMulInputGradient() implements Backward {}

  /** {@code (x, dy) → dKernel}, of {@link MatMul}, summed over the batch. */
  record MatMulKernelGradient() implements Backward {}

  /** {@code (dy) → dBias}: summed over the batch and all axes but the last. */
  record SumRows() implements Backward {}

  /**
   * {@code (value, dy) → dx}: the value is the result if the function allows, else the argument.
   */
  record ActivateGradient(Pointwise function) implements Backward {}

  /** {@code (y, dy) → dx}, of {@link Softmax} with result {@code y}. */
  record SoftmaxGradient() implements Backward {}

  /**
   * {@code (prediction, target, weights) →} the derivative of {@link Loss} by its prediction; from
   * logits {@code (outputs, target, weights) →} the derivative by the logits. Both times {@code
   * weight}.
   */
  record LossGradient(LossKind kind, double weight) implements Backward {}

  /** {@code (x) →} the derivative of {@link ActivityPenalty}. */
  record ActivityGradient(double l1, double l2) implements Backward {}

  /** {@code (x, kernel)} or {@code (x, kernel, bias) → function(x · kernel + bias)}. */
  record Dense(Pointwise function, boolean hasBias) implements Fused {}
}
