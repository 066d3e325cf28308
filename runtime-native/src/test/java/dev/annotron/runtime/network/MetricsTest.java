package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static double of(
      MetricFunction function, int outputs, int targets, float[] output, float[] target) {
    Metrics metrics = new Metrics(List.of(function), outputs, targets, output.length / outputs);
    int rows = output.length / outputs;
    int first = rows / 2;
    metrics.add(output, target, 0, first);
    float[] restOutput = java.util.Arrays.copyOfRange(output, first * outputs, output.length);
    metrics.add(restOutput, target, first * targets, rows - first);
    return metrics.value(0);
  }

  @Test
  void sparseAccuracyComparesTheLargestOutputWithTheClass() {
    float[] output = {0.1f, 0.7f, 0.2f, 0.5f, 0.2f, 0.3f, 0.2f, 0.2f, 0.6f};

    assertThat(of(MetricFunction.SPARSE_CATEGORICAL_ACCURACY, 3, 1, output, new float[] {1, 2, 2}))
        .isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void sparseAccuracyJudgesEachStepOfASequence() {
    float[] output = {0.1f, 0.9f, 0.8f, 0.2f, 0.7f, 0.3f, 0.6f, 0.4f};

    assertThat(
            of(MetricFunction.SPARSE_CATEGORICAL_ACCURACY, 4, 2, output, new float[] {1, 0, 1, 0}))
        .isEqualTo(0.75);
  }

  @Test
  void categoricalAccuracyComparesTheLargestOfBoth() {
    float[] output = {0.1f, 0.9f, 0.8f, 0.2f};

    assertThat(of(MetricFunction.CATEGORICAL_ACCURACY, 2, 2, output, new float[] {0, 1, 0, 1}))
        .isEqualTo(0.5);
  }

  @Test
  void binaryAccuracyCountsEachOutput() {
    // 0.5 itself counts as 0, as in Keras.
    float[] output = {0.5f, 0.6f, 0.4f, 0.9f};

    assertThat(of(MetricFunction.BINARY_ACCURACY, 2, 2, output, new float[] {0, 1, 1, 1}))
        .isEqualTo(0.75);
    assertThat(of(MetricFunction.BINARY_LABEL_ACCURACY, 1, 1, output, new float[] {1, 1, 1, 1}))
        .isEqualTo(0.5);
  }

  @Test
  void absoluteErrorIsTheMeanOverAllValues() {
    float[] output = {1, 2, 3, 4};

    assertThat(of(MetricFunction.MEAN_ABSOLUTE_ERROR, 2, 2, output, new float[] {2, 2, 0, 4}))
        .isEqualTo(1);
  }

  @Test
  void resetForgets() {
    Metrics metrics = new Metrics(List.of(MetricFunction.MEAN_ABSOLUTE_ERROR), 1, 1, 2);
    metrics.add(new float[] {5}, new float[] {0}, 0, 1);
    metrics.reset();
    metrics.add(new float[] {1}, new float[] {0}, 0, 1);

    assertThat(metrics.value(0)).isEqualTo(1);
  }

  @Test
  void namesAreThoseOfKeras() {
    assertThat(MetricFunction.values())
        .extracting(MetricFunction::shown)
        .containsOnly(
            "accuracy",
            "binary_accuracy",
            "sparse_top_k_categorical_accuracy",
            "top_k_categorical_accuracy",
            "precision",
            "recall",
            "f1_score",
            "auc",
            "pr_auc",
            "mean_squared_error",
            "root_mean_squared_error",
            "mean_absolute_error",
            "r2_score");
  }
}
