package dev.annotron.examples.gru;

import dev.annotron.runtime.Dataset;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Sines of random frequency and phase with a little noise: a window of each, and the value behind
 * it.
 */
record Waves(long seed, int count) implements Supplier<Dataset> {
  static final int STEPS = 30;
  private static final double NOISE = 0.02;

  @Override
  public Dataset get() {
    Random random = new Random(seed);
    float[][] x = new float[count][STEPS];
    float[] next = new float[count];
    for (int i = 0; i < count; i++) {
      double frequency = 0.15 + 0.35 * random.nextDouble();
      double phase = 2 * Math.PI * random.nextDouble();
      for (int step = 0; step < STEPS; step++) {
        double noise = NOISE * random.nextGaussian();
        x[i][step] = (float) (Math.sin(frequency * step + phase) + noise);
      }
      next[i] = (float) Math.sin(frequency * STEPS + phase);
    }
    return Dataset.of(x, next);
  }

  /** The error of the forecast that nothing changes: the last value is the next. */
  static double errorOfLast(Dataset waves) {
    double sum = 0;
    float[] x = new float[STEPS];
    float[] next = new float[1];
    for (int i = 0; i < waves.size(); i++) {
      waves.copyX(i, x, 0);
      waves.copyY(i, next, 0);
      sum += Math.abs(next[0] - x[STEPS - 1]);
    }
    return sum / waves.size();
  }
}
