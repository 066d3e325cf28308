package dev.annotron.runtime.network;

import java.util.Arrays;

/**
 * Precision, recall or F1 of each class, in the mean over the classes that occur among targets or
 * answers; a sample's answer is its largest output.
 */
final class ClassMeter implements Meter {
  private final Rate rate;
  private final int classes;
  private final int targets;
  private final long[] both;
  private final long[] taken;
  private final long[] real;

  ClassMeter(Rate rate, int classes, int targets) {
    this.rate = rate;
    this.classes = classes;
    this.targets = targets;
    this.both = new long[classes];
    this.taken = new long[classes];
    this.real = new long[classes];
  }

  @Override
  public void reset() {
    Arrays.fill(both, 0);
    Arrays.fill(taken, 0);
    Arrays.fill(real, 0);
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    for (int row = 0; row < rows; row++) {
      int answer = Classes.largest(output, row * classes, classes);
      int named = Classes.named(target, at + row * targets, targets);
      taken[answer]++;
      real[named]++;
      both[named] += answer == named ? 1 : 0;
    }
  }

  @Override
  public double value() {
    double sum = 0;
    int occurring = 0;
    for (int i = 0; i < classes; i++) {
      sum += rate.of(both[i], taken[i], real[i]);
      occurring += taken[i] + real[i] > 0 ? 1 : 0;
    }
    return sum / occurring;
  }
}
