package dev.annotron;

/**
 * What is measured beside the loss: exactly over the whole set, never averaged over batches. See <a
 * href="https://keras.io/api/metrics/">Keras: metrics</a>. Each value of the output counts, and of
 * sequences each step. What does not fit the loss is an error of javac.
 */
public enum Metric {
  /**
   * The share of right answers: the largest output is the class (categorical losses), or the output
   * above 0.5 is the label (binary losses). Shown as {@code accuracy}.
   */
  ACCURACY,
  /** The share of outputs that are on the right side of 0.5. Shown as {@code binary_accuracy}. */
  BINARY_ACCURACY,
  /**
   * The share of samples whose class is among the five largest outputs, as many as are Keras's
   * default; outputs equal to the fifth count too. For categorical losses and more than five
   * classes. Shown as {@code top_k_categorical_accuracy}, of class numbers as {@code
   * sparse_top_k_categorical_accuracy}.
   */
  TOP_K_CATEGORICAL_ACCURACY,
  /**
   * Of what was answered, the share that is right: {@code TP / (TP + FP)}. With binary losses of
   * outputs above 0.5, all outputs counted together (scikit-learn's {@code average="micro"}); with
   * categorical ones of each class, in the mean over the classes that occur among targets or
   * answers ({@code average="macro"}). 0 where nothing was answered. Shown as {@code precision}.
   */
  PRECISION,
  /** Of what is there, the share that was found: {@code TP / (TP + FN)}; otherwise as precision. */
  RECALL,
  /**
   * The harmonic mean of precision and recall: {@code 2 TP / (2 TP + FP + FN)}; otherwise as
   * precision. Shown as {@code f1_score}.
   */
  F1_SCORE,
  /**
   * The area under the receiver operating characteristic: the chance that an output whose target is
   * 1 is larger than one whose target is 0. From all thresholds that make a difference, where Keras
   * has a grid of 200. 0 if a kind of target is missing. Keeps 8 bytes per output. Shown as {@code
   * auc}.
   */
  AUC,
  /**
   * The area under the curve of precision by recall, as the average precision {@code Σ (Rₙ − Rₙ₋₁)
   * Pₙ} over all thresholds; otherwise as {@link #AUC}. Shown as {@code pr_auc}.
   */
  PR_AUC,
  /** {@code mean((p − t)²)}. Shown as {@code mean_squared_error}. */
  MEAN_SQUARED_ERROR,
  /** {@code √mean((p − t)²)}. Shown as {@code root_mean_squared_error}. */
  ROOT_MEAN_SQUARED_ERROR,
  /** {@code mean(|p − t|)}. Shown as {@code mean_absolute_error}. */
  MEAN_ABSOLUTE_ERROR,
  /**
   * The coefficient of determination, {@code 1 − Σ (t − p)² / Σ (t − mean(t))²}, of each column, in
   * the mean. Shown as {@code r2_score}.
   */
  R2_SCORE
}
