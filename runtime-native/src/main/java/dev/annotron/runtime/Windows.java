package dev.annotron.runtime;

/** Windows over samples that follow one another in time. */
final class Windows {
  private Windows() {}

  static Dataset of(Dataset series, int length, int horizon, int stride) {
    check("length", length, 1);
    check("horizon", horizon, 0);
    check("stride", stride, 1);
    long last = (long) series.size() - length - horizon;
    if (last < 0) {
      throw new DataException(
          "A series of "
              + series.size()
              + " samples has no window of length "
              + length
              + " with a target "
              + horizon
              + " later",
          "at least " + ((long) length + horizon) + " samples",
          "Use shorter windows, a nearer target, or more samples.");
    }
    int width = series.featureCount();
    float[] x = new float[Math.multiplyExact(length, width)];
    DatasetBuilder windows =
        Dataset.builder(x.length, series.targetCount()).classNames(series.classNames());
    if (!series.targetNames().isEmpty()) {
      windows.targetNames(series.targetNames());
    }
    float[] weights = new float[(int) (last / stride) + 1];
    for (long first = 0; first <= last; first += stride) {
      for (int i = 0; i < length; i++) {
        series.copyX((int) first + i, x, i * width);
      }
      int target = (int) first + length - 1 + horizon;
      windows.add(x, series.y(target));
      weights[(int) (first / stride)] = series.weight(target);
    }
    Dataset made = windows.build();
    return series.isWeighted() ? made.weighted(weights) : made;
  }

  private static void check(String what, int value, int least) {
    if (value < least) {
      throw new DataException(
          "The " + what + " of windows is " + value, "at least " + least, "Use " + least + ".");
    }
  }
}
