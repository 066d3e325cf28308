package dev.annotron.examples.transformer;

import dev.annotron.runtime.Dataset;
import java.util.Arrays;

/** How often each character follows each: the best that one character back can tell. */
final class Bigrams {
  private final double[][] counts = new double[Numbers.ALPHABET][Numbers.ALPHABET];

  /** Counts the pairs of a data set; each pair is counted once more than it is seen. */
  static Bigrams of(Dataset data) {
    Bigrams bigrams = new Bigrams();
    for (double[] row : bigrams.counts) {
      Arrays.fill(row, 1);
    }
    bigrams.each(data, (row, id) -> row[id]++);
    return bigrams;
  }

  /** The mean cross-entropy of the pairs of a data set. */
  double loss(Dataset data) {
    double[] sum = new double[1];
    each(
        data,
        (row, id) -> {
          double total = 0;
          for (double count : row) {
            total += count;
          }
          sum[0] -= Math.log(row[id] / total);
        });
    return sum[0] / data.size() / Numbers.STEPS;
  }

  private interface Pair {
    void see(double[] row, int id);
  }

  private void each(Dataset data, Pair pair) {
    float[] x = new float[Numbers.STEPS];
    float[] next = new float[Numbers.STEPS];
    for (int i = 0; i < data.size(); i++) {
      data.copyX(i, x, 0);
      data.copyY(i, next, 0);
      for (int step = 0; step < Numbers.STEPS; step++) {
        pair.see(counts[(int) x[step]], (int) next[step]);
      }
    }
  }
}
