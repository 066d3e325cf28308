package dev.annotron.runtime.network;

/**
 * The share of samples whose class has one of the largest outputs. Of equal outputs the first is
 * the largest when one is asked for; of more, all equals count, as in Keras.
 */
final class TopMeter implements Meter {
  /** Keras's default. */
  static final int K = 5;

  private final int k;
  private final int outputs;
  private final int targets;
  private final int steps;
  private long right;
  private long samples;

  /** The accuracy of labels; of a sequence, which has one for each step, the share of the steps. */
  static TopMeter ofSteps(int outputs, int labels) {
    return new TopMeter(1, outputs / labels, 1, labels);
  }

  /** Of samples of so many steps, whose outputs and targets are counted per step. */
  TopMeter(int k, int outputs, int targets, int steps) {
    this.steps = steps;
    this.k = k;
    this.outputs = outputs;
    this.targets = targets;
  }

  @Override
  public void reset() {
    right = 0;
    samples = 0;
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    samples += (long) rows * steps;
    for (int row = 0; row < rows * steps; row++) {
      int named = Classes.named(target, at + row * targets, targets);
      right += among(output, row * outputs, named) ? 1 : 0;
    }
  }

  private boolean among(float[] output, int at, int named) {
    if (k == 1) {
      return Classes.largest(output, at, outputs) == named;
    }
    int larger = 0;
    for (int i = 0; i < outputs; i++) {
      larger += output[at + i] > output[at + named] ? 1 : 0;
    }
    return larger < k;
  }

  @Override
  public double value() {
    return (double) right / samples;
  }
}
