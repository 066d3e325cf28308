package dev.annotron.runtime.kernel;

import java.util.stream.IntStream;

/**
 * One call of the recurrent kernels, and the same in double.
 *
 * @param weights the recurrent kernel, and behind it a bias
 * @param dh what the states are projected on: gradients are those of the projection
 */
record RecurrentCase(
    RecurrentCell cell,
    Function f,
    Function s,
    int rows,
    int steps,
    int units,
    boolean last,
    Tensor z,
    Tensor weights,
    Tensor mask,
    Tensor dh) {

  static RecurrentCase of(
      RecurrentCell cell, Function f, Function s, int[] sizes, boolean last, boolean masked) {
    int units = sizes[2];
    int columns = cell.gates() * units;
    int lines = sizes[0] * sizes[1];
    Tensor random = Tensor.random(units * columns + 2 * columns, 2);
    double factor = 1 / Math.sqrt(units);
    return new RecurrentCase(
        cell,
        f,
        s,
        sizes[0],
        sizes[1],
        units,
        last,
        Tensor.random(lines * columns, 1),
        Tensor.of(random.size(), i -> factor * random.get(i)),
        Tensor.of(lines, i -> masked && i % 3 != 1 ? 0 : 1),
        Tensor.random(last ? sizes[0] * units : lines * units, 4));
  }

  static double[] doubles(Tensor tensor) {
    return IntStream.range(0, tensor.size()).mapToDouble(tensor::get).toArray();
  }

  /** All states, {@code [rows, steps, units]}. */
  double[] states(double[] inputs, double[] parameters) {
    double[] states = new double[rows * steps * units];
    RecurrentFormulas formulas = new RecurrentFormulas(cell, f, s, units);
    int columns = cell.gates() * units;
    for (int row = 0; row < rows; row++) {
      double[][] of = new double[steps][columns];
      double[] kept = new double[steps];
      for (int step = 0; step < steps; step++) {
        int at = row * steps + step;
        kept[step] = mask.get(at);
        System.arraycopy(inputs, at * columns, of[step], 0, columns);
      }
      double[][] found = formulas.states(of, parameters, kept);
      for (int step = 0; step < steps; step++) {
        System.arraycopy(found[step], 0, states, (row * steps + step) * units, units);
      }
    }
    return states;
  }

  double projection(double[] inputs, double[] parameters) {
    double[] states = states(inputs, parameters);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int step = last ? steps - 1 : 0; step < steps; step++) {
        for (int j = 0; j < units; j++) {
          int at = (row * steps + step) * units + j;
          sum += states[at] * dh.get(last ? row * units + j : at);
        }
      }
    }
    return sum;
  }

  /** The trace, as the kernels make it; what they leave out stays 0. */
  Tensor trace(Kernels kernels) {
    Tensor trace = Tensor.of(rows * steps * cell.trace() * units, _ -> 0);
    boolean hasBias = cell == RecurrentCell.GRU;
    kernels.recur(
        cell,
        f,
        s,
        z.segment(),
        z.at(),
        weights.segment(),
        weights.at(),
        hasBias ? weights.at() + (long) units * cell.gates() * units : -1,
        mask.segment(),
        mask.at(),
        trace.segment(),
        trace.at(),
        rows,
        steps,
        units);
    return trace;
  }

  /** The gradients by the sums, {@code [rows, steps, gradients · units]}. */
  Tensor gradients(Kernels kernels, Tensor trace) {
    Tensor g = Tensor.empty(rows * steps * cell.gradients() * units);
    kernels.recurGradient(
        cell,
        f,
        s,
        last,
        trace.segment(),
        trace.at(),
        weights.segment(),
        weights.at(),
        dh.segment(),
        dh.at(),
        mask.segment(),
        mask.at(),
        g.segment(),
        g.at(),
        rows,
        steps,
        units);
    return g;
  }

  /** The gradients by the recurrent kernel. */
  Tensor kernelGradient(Kernels kernels, Tensor trace, Tensor g) {
    Tensor dKernel = Tensor.empty(units * cell.gates() * units);
    kernels.recurKernelGradient(
        cell,
        trace.segment(),
        trace.at(),
        g.segment(),
        g.at(),
        dKernel.segment(),
        dKernel.at(),
        rows * steps,
        units);
    return dKernel;
  }
}
