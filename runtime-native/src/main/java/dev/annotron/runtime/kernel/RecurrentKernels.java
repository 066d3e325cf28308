package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Recurrent layers: all steps of a sequence in one call; operands as {@link Kernels} says, formulas
 * at {@link RecurrentCell}. A function whose derivative needs its argument leaves the argument in
 * the trace, another its result.
 */
public interface RecurrentKernels {

  /**
   * What every step computes, for {@code z[rows, steps, gates · units]}.
   *
   * @param biasAt the index of a GRU's {@code bias[2, 3 · units]} in {@code weights}, or -1
   * @param maskAt the index of {@code mask[rows, steps]}, or -1 for none: a step with 0 there
   *     leaves the state as it was
   * @param trace {@code [rows, steps, trace · units]}; of a masked step only the states are written
   */
  void recur(
      RecurrentCell cell,
      Function activation,
      Function recurrentActivation,
      MemorySegment z,
      long zAt,
      MemorySegment weights,
      long recurrentKernelAt,
      long biasAt,
      MemorySegment mask,
      long maskAt,
      MemorySegment trace,
      long traceAt,
      int rows,
      int steps,
      int units);

  /**
   * The gradients by the sums of all steps.
   *
   * @param last whether {@code dh} is that of the last step alone, {@code [rows, units]}, and not
   *     {@code [rows, steps, units]}
   * @param g {@code [rows, steps, gradients · units]}: for a GRU by {@code z} and then by {@code
   *     h·U}; of a masked step 0
   */
  void recurGradient(
      RecurrentCell cell,
      Function activation,
      Function recurrentActivation,
      boolean last,
      MemorySegment trace,
      long traceAt,
      MemorySegment weights,
      long recurrentKernelAt,
      MemorySegment dh,
      long dhAt,
      MemorySegment mask,
      long maskAt,
      MemorySegment g,
      long gAt,
      int rows,
      int steps,
      int units);

  /** {@code dU[units, gates · units]}: the sum over all {@code count} steps of hᵀ · gradient. */
  void recurKernelGradient(
      RecurrentCell cell,
      MemorySegment trace,
      long traceAt,
      MemorySegment g,
      long gAt,
      MemorySegment gradients,
      long dKernelAt,
      int count,
      int units);
}
