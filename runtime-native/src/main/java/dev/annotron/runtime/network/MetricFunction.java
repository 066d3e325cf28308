package dev.annotron.runtime.network;

/** The metrics that the runtime computes, exactly over a whole set. */
public enum MetricFunction {
  /** The largest output's place is the target's class number; shown as {@code accuracy}. */
  SPARSE_CATEGORICAL_ACCURACY,
  /** The largest output's place is the largest target's place; shown as {@code accuracy}. */
  CATEGORICAL_ACCURACY,
  /** Output above 0.5 equals target; asked for as {@code ACCURACY}, shown as {@code accuracy}. */
  BINARY_LABEL_ACCURACY,
  /** Output above 0.5 equals target; shown as {@code binary_accuracy}. */
  BINARY_ACCURACY,
  /** Mean of |output − target|; shown as {@code mean_absolute_error}. */
  MEAN_ABSOLUTE_ERROR
}
