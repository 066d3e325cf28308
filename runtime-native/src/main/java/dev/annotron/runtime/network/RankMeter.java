package dev.annotron.runtime.network;

import java.util.Arrays;

/**
 * The area under a curve over all thresholds, from every output and target: no grid of thresholds
 * stands between. Of true by false positives it is the chance that an output whose target is 1 is
 * larger than one whose target is 0, equals counting half; of precision by recall it is the average
 * precision. 0 where a kind of target is missing, as in Keras.
 *
 * <p>Keeps 8 bytes per output, and sorts them when it is asked.
 */
final class RankMeter implements Meter {
  private final boolean byRecall;
  private final int outputs;
  private final long[] ranked;
  private int count;

  RankMeter(boolean byRecall, int outputs, int samples) {
    this.byRecall = byRecall;
    this.outputs = outputs;
    this.ranked = new long[Math.multiplyExact(outputs, samples)];
  }

  @Override
  public void reset() {
    count = 0;
  }

  @Override
  public void add(float[] output, float[] target, int at, int rows) {
    for (int i = 0; i < rows * outputs; i++) {
      long real = target[at + i] > 0.5f ? 1 : 0;
      // Adding 0 makes one zero of both.
      ranked[count++] = ((long) ordered(output[i] + 0f) << 1) | real;
    }
  }

  /** Integers that are ordered as floats are. */
  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  @Override
  public double value() {
    Arrays.sort(ranked, 0, count);
    return byRecall ? averagePrecision() : chance();
  }

  private double chance() {
    double pairs = 0;
    long falseBelow = 0;
    long real = 0;
    for (int from = 0; from < count; ) {
      int to = equals(from);
      long realHere = reals(from, to);
      long falseHere = to - from - realHere;
      pairs += realHere * (falseBelow + falseHere / 2.0);
      falseBelow += falseHere;
      real += realHere;
      from = to;
    }
    return real == 0 || falseBelow == 0 ? 0 : pairs / real / falseBelow;
  }

  private double averagePrecision() {
    double sum = 0;
    long real = reals(0, count);
    long above = real;
    for (int from = 0; from < count; ) {
      int to = equals(from);
      long realHere = reals(from, to);
      sum += realHere * ((double) above / (count - from));
      above -= realHere;
      from = to;
    }
    return real == 0 ? 0 : sum / real;
  }

  /** The end of the run of equal outputs that begins at {@code from}. */
  private int equals(int from) {
    int to = from + 1;
    while (to < count && ranked[to] >> 1 == ranked[from] >> 1) {
      to++;
    }
    return to;
  }

  private long reals(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += ranked[i] & 1;
    }
    return sum;
  }
}
