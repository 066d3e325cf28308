package dev.annotron.runtime.network;

/**
 * The share of samples whose class has one of the five largest outputs; equals count, as in Keras.
 */
final class TopMeter implements Meter {
  /** Keras's default. */
  private static final int K = 5;

  private final int outputs;
  private final int targets;
  private long right;
  private long samples;

  TopMeter(int outputs, int targets) {
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
    samples += rows;
    for (int row = 0; row < rows; row++) {
      int named = Classes.named(target, at + row * targets, targets);
      right += among(output, row * outputs, named) ? 1 : 0;
    }
  }

  private boolean among(float[] output, int at, int named) {
    int larger = 0;
    for (int i = 0; i < outputs; i++) {
      larger += output[at + i] > output[at + named] ? 1 : 0;
    }
    return larger < K;
  }

  @Override
  public double value() {
    return (double) right / samples;
  }
}
