package dev.annotron.runtime.callback;

/** Which values of what is monitored are better. */
public enum Mode {
  /** {@link #MAX} for accuracy, precision, recall, F1, AUC and R², else {@link #MIN}. */
  AUTO,
  /** The smaller, the better. */
  MIN,
  /** The larger, the better. */
  MAX;

  private static final String[] LARGE = {"acc", "precision", "recall", "f1", "auc", "r2"};

  /** Whether larger values of {@code monitor} are better. */
  boolean larger(String monitor) {
    boolean larger = this == MAX;
    for (String part : LARGE) {
      larger |= this == AUTO && monitor.contains(part);
    }
    return larger;
  }
}
