package dev.annotron.runtime.network;

import java.util.Arrays;

/**
 * {@code R² = 1 − Σ (t − p)² / Σ (t − mean(t))²} of each column, in the mean. A column whose
 * targets are all the same counts 1 if the outputs are theirs, else 0.
 */
final class DeterminationMeter implements Meter {
  private final int outputs;
  private final double[] means;
  private final double[] spreads;
  private final double[] errors;
  private long samples;

  DeterminationMeter(int outputs) {
    this.outputs = outputs;
    this.means = new double[outputs];
    this.spreads = new double[outputs];
    this.errors = new double[outputs];
  }

  @Override
  public void reset() {
    Arrays.fill(means, 0);
    Arrays.fill(spreads, 0);
    Arrays.fill(errors, 0);
    samples = 0;
  }

  /** Mean and spread by Welford's recurrence: no large sums cancel each other. */
  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    for (int row = 0; row < rows; row++) {
      samples++;
      for (int i = 0; i < outputs; i++) {
        double t = target[at + row * outputs + i];
        double error = t - output[row * outputs + i];
        double before = t - means[i];
        means[i] += before / samples;
        spreads[i] += before * (t - means[i]);
        errors[i] += error * error;
      }
    }
  }

  @Override
  public double value() {
    double sum = 0;
    for (int i = 0; i < outputs; i++) {
      sum += spreads[i] == 0 ? errors[i] == 0 ? 1 : 0 : 1 - errors[i] / spreads[i];
    }
    return sum / outputs;
  }
}
