package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;

/** {@link RecurrentKernels} in plain Java. */
interface JavaRecurrent extends RecurrentKernels {

  @Override
  default void recur(
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
      int units) {
    JavaRecurrence recurrence =
        JavaRecurrence.of(
            cell, activation, recurrentActivation, weights, recurrentKernelAt, biasAt, units);
    long sample = (long) steps * units;
    for (int row = 0; row < rows; row++) {
      recurrence.forward(
          z,
          zAt + row * sample * cell.gates(),
          mask,
          maskAt < 0 ? maskAt : maskAt + (long) row * steps,
          trace,
          traceAt + row * sample * cell.trace(),
          steps);
    }
  }

  @Override
  default void recurGradient(
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
      int units) {
    JavaRecurrence recurrence =
        JavaRecurrence.of(
            cell, activation, recurrentActivation, weights, recurrentKernelAt, -1, units);
    long sample = (long) steps * units;
    for (int row = 0; row < rows; row++) {
      recurrence.backward(
          trace,
          traceAt + row * sample * cell.trace(),
          dh,
          dhAt + row * (last ? units : sample),
          last,
          mask,
          maskAt < 0 ? maskAt : maskAt + (long) row * steps,
          g,
          gAt + row * sample * cell.gradients(),
          steps);
    }
  }

  @Override
  default void recurKernelGradient(
      RecurrentCell cell,
      MemorySegment trace,
      long traceAt,
      MemorySegment g,
      long gAt,
      MemorySegment gradients,
      long dKernelAt,
      int count,
      int units) {
    long width = (long) cell.trace() * units;
    int columns = cell.gates() * units;
    long step = (long) cell.gradients() * units;
    JavaProduct.ofThread()
        .multiply(
            trace,
            traceAt + width - 2L * units,
            1,
            width,
            g,
            gAt + step - columns,
            step,
            1,
            gradients,
            dKernelAt,
            units,
            columns,
            count);
  }
}
