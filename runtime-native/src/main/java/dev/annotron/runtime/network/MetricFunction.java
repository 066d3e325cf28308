package dev.annotron.runtime.network;

/** The metrics that the runtime computes, exactly over a whole set. */
public enum MetricFunction {
  /** The largest output's place is the target's class number; shown as {@code accuracy}. */
  SPARSE_CATEGORICAL_ACCURACY("accuracy"),
  /** The largest output's place is the largest target's place; shown as {@code accuracy}. */
  CATEGORICAL_ACCURACY("accuracy"),
  /** Output above 0.5 equals target; asked for as {@code ACCURACY}, shown as {@code accuracy}. */
  BINARY_LABEL_ACCURACY("accuracy"),
  /** Output above 0.5 equals target; shown as {@code binary_accuracy}. */
  BINARY_ACCURACY("binary_accuracy"),
  /** Mean of |output − target|; shown as {@code mean_absolute_error}. */
  MEAN_ABSOLUTE_ERROR("mean_absolute_error");

  private final String shown;

  MetricFunction(String shown) {
    this.shown = shown;
  }

  /** The name in histories and evaluations, as in Keras. */
  public String shown() {
    return shown;
  }
}
