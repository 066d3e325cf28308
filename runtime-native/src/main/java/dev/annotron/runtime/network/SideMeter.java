package dev.annotron.runtime.network;

/** The share of outputs on the side of 0.5 where their targets are; 0.5 itself counts as 0. */
final class SideMeter implements Meter {
  private final int outputs;
  private long right;
  private long values;

  SideMeter(int outputs) {
    this.outputs = outputs;
  }

  @Override
  public void reset() {
    right = 0;
    values = 0;
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    int count = rows * outputs;
    values += count;
    for (int i = 0; i < count; i++) {
      right += (output[i] > 0.5f ? 1 : 0) == target[at + i] ? 1 : 0;
    }
  }

  @Override
  public double value() {
    return (double) right / values;
  }
}
