package dev.annotron.runtime.network;

/** Precision, recall or F1 of each class, in the mean. */
record ClassRate(ClassCounts counts, Rate rate) implements Measure {
  @Override
  public double value() {
    return counts.mean(rate);
  }
}
