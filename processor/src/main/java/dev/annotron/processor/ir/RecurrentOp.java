package dev.annotron.processor.ir;

/**
 * Recurrent cells over all steps of a sequence. What one step computes, {@code units} wide, is
 * written in the kernels' {@code RecurrentCell}: {@code z[t]} is the step's input times the kernel,
 * and with all steps' {@code z} known before, one product does for all of them.
 */
public sealed interface RecurrentOp extends KernelOp {

  /** The kinds of cells: how many units wide their gates, their gradients and their traces are. */
  enum Kind {
    SIMPLE_RNN(1, 1, 3),
    LSTM(4, 4, 7),
    GRU(3, 6, 6);

    private final int gates;
    private final int gradients;
    private final int trace;

    Kind(int gates, int gradients, int trace) {
      this.gates = gates;
      this.gradients = gradients;
      this.trace = trace;
    }

    public int gates() {
      return gates;
    }
  }

  /**
   * What all steps do.
   *
   * @param hasBias whether a GRU's {@code bias[2, 3·units]} is among the operands
   * @param masked whether {@code mask[steps]} is: where it is 0, the state stays as it is
   */
  record Cell(
      Kind kind,
      int units,
      Pointwise activation,
      Pointwise recurrentActivation,
      boolean hasBias,
      boolean masked) {

    /** The columns of {@code z} and of the recurrent kernel. */
    public int gates() {
      return kind.gates * units;
    }

    /** The gradients of a step: by {@code z}, and for a GRU behind it by {@code h·U}. */
    public int gradients() {
      return kind.gradients * units;
    }

    /** What a step leaves: gates, then cell state or product, then the states before and after. */
    public int trace() {
      return kind.trace * units;
    }

    /** Where {@code mask} is among the operands, behind {@code before} others. */
    public int maskAt(int before) {
      return before + (hasBias ? 1 : 0);
    }
  }

  /**
   * {@code (z[T,gates], U, bias?, mask?) → trace[T,trace]}. It has no derivative: {@link States}
   * has.
   */
  record Recur(Cell cell) implements RecurrentOp {
    @Override
    public boolean differentiatesBy(int operand) {
      return false;
    }
  }

  /**
   * {@code (trace, z, U, bias?, mask?) → h[T,units]}, or {@code h[units]} of the last step alone.
   * It only reads the trace; the operands of {@link Recur} are here for its derivatives.
   */
  record States(Cell cell, boolean last) implements RecurrentOp {
    @Override
    public boolean differentiatesBy(int operand) {
      return operand > 0 && operand < cell.maskAt(3);
    }
  }

  /** {@code (trace, U, dh, mask?) → g[T,gradients]}, of {@link States}. No derivative. */
  record StatesGradient(Cell cell, boolean last) implements RecurrentOp {}

  /** {@code (trace, g) → dU}, of {@link States}, summed over the batch. No derivative. */
  record RecurrentKernelGradient(Cell cell) implements RecurrentOp {}
}
