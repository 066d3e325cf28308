package dev.annotron.examples.softmax;

import dev.annotron.runtime.Dataset;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Three made-up kinds of plant, 60 each: four measures, normally distributed around the typical
 * plant of the kind. The kinds overlap a little, so that not every plant can be told. The same
 * numbers each time.
 */
final class MadeUpPlants implements Supplier<Dataset> {
  private static final int PER_KIND = 60;
  private static final double SPREAD = 0.7;
  private static final double[][] TYPICAL = {
    {5.0, 3.4, 1.5, 0.3}, {5.9, 2.7, 3.6, 1.2}, {6.6, 3.1, 5.0, 2.2}
  };

  @Override
  public Dataset get() {
    RandomGenerator random = new SplittableRandom(20);
    float[][] measures = new float[TYPICAL.length * PER_KIND][];
    int[] kinds = new int[measures.length];
    for (int i = 0; i < measures.length; i++) {
      kinds[i] = i / PER_KIND;
      measures[i] = plant(TYPICAL[kinds[i]], random);
    }
    return Dataset.of(measures, kinds);
  }

  private static float[] plant(double[] typical, RandomGenerator random) {
    float[] measures = new float[typical.length];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = (float) (typical[i] + SPREAD * random.nextGaussian());
    }
    return measures;
  }
}
