package dev.annotron.processor.emit;

import dev.annotron.Loss;
import dev.annotron.Metric;

/** What the runtime calls a metric, once the loss has said what the targets are. */
final class MetricNames {
  private MetricNames() {}

  static String of(Metric metric, Loss loss) {
    return switch (metric) {
      case ACCURACY ->
          prefix(loss).equals("BINARY_") ? "BINARY_LABEL_ACCURACY" : prefix(loss) + "ACCURACY";
      case TOP_K_CATEGORICAL_ACCURACY ->
          loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY ? "SPARSE_" + metric : metric.name();
      case PRECISION, RECALL, F1_SCORE -> prefix(loss) + metric;
      case BINARY_ACCURACY,
          AUC,
          PR_AUC,
          MEAN_SQUARED_ERROR,
          ROOT_MEAN_SQUARED_ERROR,
          MEAN_ABSOLUTE_ERROR,
          R2_SCORE ->
          metric.name();
    };
  }

  private static String prefix(Loss loss) {
    return switch (loss) {
      case SPARSE_CATEGORICAL_CROSSENTROPY -> "SPARSE_CATEGORICAL_";
      case CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE -> "CATEGORICAL_";
      default -> "BINARY_";
    };
  }
}
