package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.ir.RecurrentOp.Cell;
import dev.annotron.processor.ir.RecurrentOp.Kind;

/** One sample through all steps of a recurrent cell, and back. */
final class Recurrence {
  private final Cell cell;
  private final int units;
  private final double[] kernel;
  private final double[] trace;
  private final int steps;

  /** The recurrent kernel, and the sample's trace, which {@link #forward} fills. */
  Recurrence(Cell cell, double[] kernel, double[] trace) {
    this.cell = cell;
    this.units = cell.units();
    this.kernel = kernel;
    this.trace = trace;
    this.steps = trace.length / cell.trace();
  }

  /** Computes the trace from the sample's {@code z}; a GRU's bias may be empty. */
  void forward(double[] z, double[] bias, double[] mask) {
    for (int step = 0; step < steps; step++) {
      for (int j = 0; j < units; j++) {
        trace[h(step) + j] = step == 0 ? 0 : trace[h(step - 1) + units + j];
      }
      double[] sums = product(h(step));
      for (int j = 0; j < units; j++) {
        if (mask[step] == 0) {
          trace[h(step) + units + j] = trace[h(step) + j];
          if (cell.kind() == Kind.LSTM) {
            trace[part(step, 4, j)] = before(step, j);
          }
        } else {
          trace[h(step) + units + j] = next(step, j, z, sums, bias);
        }
      }
    }
  }

  private double next(int step, int j, double[] z, double[] sums, double[] bias) {
    int at = step * cell.gates();
    return switch (cell.kind()) {
      case SIMPLE_RNN -> f(keep(cell.activation(), step, 0, j, z[at + j] + sums[j]));
      case LSTM -> {
        int u = units;
        double in = s(keep(cell.recurrentActivation(), step, 0, j, z[at + j] + sums[j]));
        double forget =
            s(keep(cell.recurrentActivation(), step, 1, j, z[at + u + j] + sums[u + j]));
        double fresh = f(keep(cell.activation(), step, 2, j, z[at + 2 * u + j] + sums[2 * u + j]));
        double out =
            s(keep(cell.recurrentActivation(), step, 3, j, z[at + 3 * u + j] + sums[3 * u + j]));
        double c = forget * before(step, j) + in * fresh;
        trace[part(step, 4, j)] = c;
        yield out * Formulas.value(cell.activation(), c);
      }
      case GRU -> gru(step, j, z, sums, bias);
    };
  }

  private double gru(int step, int j, double[] z, double[] sums, double[] bias) {
    double[] outer = new double[3];
    double[] inner = new double[3];
    for (int gate = 0; gate < 3; gate++) {
      int column = gate * units + j;
      outer[gate] = z[step * cell.gates() + column] + (cell.hasBias() ? bias[column] : 0);
      inner[gate] = sums[column] + (cell.hasBias() ? bias[3 * units + column] : 0);
    }
    double share = s(keep(cell.recurrentActivation(), step, 0, j, outer[0] + inner[0]));
    double reset = s(keep(cell.recurrentActivation(), step, 1, j, outer[1] + inner[1]));
    double fresh = f(keep(cell.activation(), step, 2, j, outer[2] + reset * inner[2]));
    trace[part(step, 3, j)] = inner[2];
    return share * trace[h(step) + j] + (1 - share) * fresh;
  }

  /** The gradients of all steps from those by the states, {@code dh[T,units]}. */
  double[] backward(double[] dh, double[] mask) {
    double[] g = new double[steps * cell.gradients()];
    double[] d = new double[units];
    double[] dc = new double[units];
    for (int step = steps - 1; step >= 0; step--) {
      for (int j = 0; j < units; j++) {
        d[j] += dh[step * units + j];
        if (mask[step] != 0) {
          d[j] = gradient(step, j, d[j], dc, g);
        }
      }
      int at = step * cell.gradients() + cell.gradients() - cell.gates();
      for (int k = 0; k < units; k++) {
        for (int j = 0; j < cell.gates(); j++) {
          d[k] += g[at + j] * kernel[k * cell.gates() + j];
        }
      }
    }
    return g;
  }

  /** Writes a unit's gradients, and says what goes past the sums to the state before. */
  private double gradient(int step, int j, double d, double[] dc, double[] g) {
    int at = step * cell.gradients() + j;
    double first = trace[part(step, 0, j)];
    return switch (cell.kind()) {
      case SIMPLE_RNN -> {
        g[at] = d * slope(cell.activation(), first);
        yield 0;
      }
      case LSTM -> {
        lstmGradient(step, j, d, dc, g, at);
        yield 0;
      }
      case GRU -> {
        double old = trace[h(step) + j];
        double fresh = f(trace[part(step, 2, j)]);
        double reset = trace[part(step, 1, j)];
        double outer = d * (1 - s(first)) * slope(cell.activation(), trace[part(step, 2, j)]);
        g[at] = d * (old - fresh) * slope(cell.recurrentActivation(), first);
        g[at + units] = outer * trace[part(step, 3, j)] * slope(cell.recurrentActivation(), reset);
        g[at + 2 * units] = outer;
        g[at + 3 * units] = g[at];
        g[at + 4 * units] = g[at + units];
        g[at + 5 * units] = outer * s(reset);
        yield d * s(first);
      }
    };
  }

  private void lstmGradient(int step, int j, double d, double[] dc, double[] g, int at) {
    double in = trace[part(step, 0, j)];
    double forget = trace[part(step, 1, j)];
    double fresh = trace[part(step, 2, j)];
    double out = trace[part(step, 3, j)];
    double c = trace[part(step, 4, j)];
    double active = Formulas.value(cell.activation(), c);
    double kept = cell.activation().derivativeFromOutput() ? active : c;
    double ofState = dc[j] + d * s(out) * slope(cell.activation(), kept);
    g[at] = ofState * f(fresh) * slope(cell.recurrentActivation(), in);
    g[at + units] = ofState * before(step, j) * slope(cell.recurrentActivation(), forget);
    g[at + 2 * units] = ofState * s(in) * slope(cell.activation(), fresh);
    g[at + 3 * units] = d * active * slope(cell.recurrentActivation(), out);
    dc[j] = ofState * s(forget);
  }

  /** {@code h · U}. */
  private double[] product(int hAt) {
    double[] sums = new double[cell.gates()];
    for (int k = 0; k < units; k++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += trace[hAt + k] * kernel[k * sums.length + j];
      }
    }
    return sums;
  }

  /** Where a step's state before it lies; its state after it is behind. */
  private int h(int step) {
    return (step + 1) * cell.trace() - 2 * units;
  }

  private int part(int step, int part, int j) {
    return step * cell.trace() + part * units + j;
  }

  /** The cell state before a step. */
  private double before(int step, int j) {
    return step == 0 ? 0 : trace[part(step - 1, 4, j)];
  }

  /** Leaves in the trace what the derivative of a function needs. */
  private double keep(Pointwise function, int step, int part, int j, double x) {
    double kept = function.derivativeFromOutput() ? Formulas.value(function, x) : x;
    trace[part(step, part, j)] = kept;
    return kept;
  }

  private double f(double kept) {
    return value(cell.activation(), kept);
  }

  private double s(double kept) {
    return value(cell.recurrentActivation(), kept);
  }

  private static double value(Pointwise function, double kept) {
    return function.derivativeFromOutput() ? kept : Formulas.value(function, kept);
  }

  private static double slope(Pointwise function, double kept) {
    return Formulas.derivative(function, kept);
  }
}
