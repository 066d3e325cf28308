package dev.annotron.runtime.kernel;

import java.util.Arrays;

/** One sample through a recurrent cell, in double and straight from the formulas. */
final class RecurrentFormulas {
  private final RecurrentCell cell;
  private final Function activation;
  private final Function recurrentActivation;
  private final int units;

  RecurrentFormulas(
      RecurrentCell cell, Function activation, Function recurrentActivation, int units) {
    this.cell = cell;
    this.activation = activation;
    this.recurrentActivation = recurrentActivation;
    this.units = units;
  }

  /**
   * The states after each step.
   *
   * @param weights the recurrent kernel, and behind it the bias, which a GRU alone has
   * @param mask a number per step
   */
  double[][] states(double[][] z, double[] weights, double[] mask) {
    double[][] states = new double[z.length][];
    double[] h = new double[units];
    double[] c = new double[units];
    for (int step = 0; step < z.length; step++) {
      if (mask[step] != 0) {
        h = next(z[step], weights, h, c);
      }
      states[step] = h;
    }
    return states;
  }

  private double[] next(double[] z, double[] weights, double[] h, double[] c) {
    double[] sum = product(h, weights);
    double[] bias = Arrays.copyOfRange(weights, units * z.length, weights.length);
    double[] next = new double[units];
    int u = units;
    for (int j = 0; j < u; j++) {
      switch (cell) {
        case SIMPLE_RNN -> next[j] = f(z[j] + sum[j]);
        case LSTM -> {
          double in = s(z[j] + sum[j]);
          double forget = s(z[u + j] + sum[u + j]);
          c[j] = forget * c[j] + in * f(z[2 * u + j] + sum[2 * u + j]);
          next[j] = s(z[3 * u + j] + sum[3 * u + j]) * f(c[j]);
        }
        case GRU -> {
          double update = s(z[j] + bias[j] + sum[j] + bias[3 * u + j]);
          double reset = s(z[u + j] + bias[u + j] + sum[u + j] + bias[4 * u + j]);
          double inner = sum[2 * u + j] + bias[5 * u + j];
          double fresh = f(z[2 * u + j] + bias[2 * u + j] + reset * inner);
          next[j] = update * h[j] + (1 - update) * fresh;
        }
      }
    }
    return next;
  }

  private double[] product(double[] h, double[] kernel) {
    double[] sum = new double[cell.gates() * units];
    for (int k = 0; k < h.length; k++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += h[k] * kernel[k * sum.length + j];
      }
    }
    return sum;
  }

  private double f(double x) {
    return Definitions.value(activation, 0.2, x);
  }

  private double s(double x) {
    return Definitions.value(recurrentActivation, 0.2, x);
  }
}
