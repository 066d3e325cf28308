package dev.annotron.runtime.network;

/** Precision, recall or F1 of outputs above 0.5, over all outputs together. */
final class BinaryMeter implements Meter {
  private final Rate rate;
  private final int outputs;
  private long both;
  private long taken;
  private long real;

  BinaryMeter(Rate rate, int outputs) {
    this.rate = rate;
    this.outputs = outputs;
  }

  @Override
  public void reset() {
    both = 0;
    taken = 0;
    real = 0;
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    for (int i = 0; i < rows * outputs; i++) {
      int yes = output[i] > 0.5f ? 1 : 0;
      int is = target[at + i] > 0.5f ? 1 : 0;
      both += yes & is;
      taken += yes;
      real += is;
    }
  }

  @Override
  public double value() {
    return rate.of(both, taken, real);
  }
}
