package dev.annotron.runtime.network;

import java.util.Arrays;

/**
 * How often each class was answered, meant, and both; a sample's answer is its largest output.
 * Accuracy, precision, recall and F1 all follow from these, so that samples are looked at once for
 * all of them: finding the largest output is most of what metrics cost a step.
 */
final class ClassCounts implements Meter {
  private final int classes;
  private final int targets;
  private final int steps;
  private final long[] both;
  private final long[] taken;
  private final long[] real;

  private ClassCounts(int classes, int targets, int steps) {
    this.classes = classes;
    this.targets = targets;
    this.steps = steps;
    this.both = new long[classes];
    this.taken = new long[classes];
    this.real = new long[classes];
  }

  /** Of samples whose targets are as many numbers as there are outputs, of which one is largest. */
  static ClassCounts ofRows(int outputs) {
    return new ClassCounts(outputs, outputs, 1);
  }

  /** Of samples with so many class numbers, one for each step. */
  static ClassCounts ofLabels(int outputs, int labels) {
    return new ClassCounts(outputs / labels, 1, labels);
  }

  @Override
  public void reset() {
    Arrays.fill(both, 0);
    Arrays.fill(taken, 0);
    Arrays.fill(real, 0);
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    for (int row = 0; row < rows * steps; row++) {
      int answer = Classes.largest(output, row * classes, classes);
      int named = Classes.named(target, at + row * targets, targets);
      taken[answer]++;
      real[named]++;
      both[named] += answer == named ? 1 : 0;
    }
  }

  /** The share of right answers. */
  @Override
  public double value() {
    return (double) sum(both) / sum(real);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** A rate of each class, in the mean over those that occur among targets or answers. */
  double mean(Rate rate) {
    double sum = 0;
    int occurring = 0;
    for (int i = 0; i < classes; i++) {
      sum += rate.of(both[i], taken[i], real[i]);
      occurring += taken[i] + real[i] > 0 ? 1 : 0;
    }
    return sum / occurring;
  }
}
