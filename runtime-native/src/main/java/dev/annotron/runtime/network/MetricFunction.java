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
  /** The output of the target's class number is among the five largest. */
  SPARSE_TOP_K_CATEGORICAL_ACCURACY("sparse_top_k_categorical_accuracy"),
  /** The output at the largest target's place is among the five largest. */
  TOP_K_CATEGORICAL_ACCURACY("top_k_categorical_accuracy"),
  /** Precision of outputs above 0.5. */
  BINARY_PRECISION("precision"),
  /** Precision of each class, in the mean. */
  CATEGORICAL_PRECISION("precision"),
  /** Precision of each class, in the mean; the targets are class numbers. */
  SPARSE_CATEGORICAL_PRECISION("precision"),
  /** Recall of outputs above 0.5. */
  BINARY_RECALL("recall"),
  /** Recall of each class, in the mean. */
  CATEGORICAL_RECALL("recall"),
  /** Recall of each class, in the mean; the targets are class numbers. */
  SPARSE_CATEGORICAL_RECALL("recall"),
  /** F1 of outputs above 0.5. */
  BINARY_F1_SCORE("f1_score"),
  /** F1 of each class, in the mean. */
  CATEGORICAL_F1_SCORE("f1_score"),
  /** F1 of each class, in the mean; the targets are class numbers. */
  SPARSE_CATEGORICAL_F1_SCORE("f1_score"),
  /** The area under the curve of true by false positives. */
  AUC("auc"),
  /** The area under the curve of precision by recall. */
  PR_AUC("pr_auc"),
  /** Mean of (output − target)²; shown as {@code mean_squared_error}. */
  MEAN_SQUARED_ERROR("mean_squared_error"),
  /** Its root; shown as {@code root_mean_squared_error}. */
  ROOT_MEAN_SQUARED_ERROR("root_mean_squared_error"),
  /** Mean of |output − target|; shown as {@code mean_absolute_error}. */
  MEAN_ABSOLUTE_ERROR("mean_absolute_error"),
  /** The coefficient of determination, in the mean over columns; shown as {@code r2_score}. */
  R2_SCORE("r2_score");

  private final String shown;

  MetricFunction(String shown) {
    this.shown = shown;
  }

  /** The name in histories and evaluations, as in Keras. */
  public String shown() {
    return shown;
  }
}
