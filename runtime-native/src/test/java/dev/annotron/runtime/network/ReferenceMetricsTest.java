package dev.annotron.runtime.network;

import static dev.annotron.runtime.network.MetricFunction.AUC;
import static dev.annotron.runtime.network.MetricFunction.MEAN_ABSOLUTE_ERROR;
import static dev.annotron.runtime.network.MetricFunction.MEAN_SQUARED_ERROR;
import static dev.annotron.runtime.network.MetricFunction.PR_AUC;
import static dev.annotron.runtime.network.MetricFunction.R2_SCORE;
import static dev.annotron.runtime.network.MetricFunction.ROOT_MEAN_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.ConfusionMatrix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers expected here are those of scikit-learn 1.9.1 in float64, for the same samples. */
class ReferenceMetricsTest {
  /** Sixteenths; three are equal, with both kinds of target among them. */
  private static final float[] SCORES = sixteenths(1, 12, 5, 9, 9, 15, 3, 9, 14, 2, 8, 11);

  private static final float[] LABELS = {0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1};

  /** Four classes, of which the last neither occurs nor is answered; the third row has a tie. */
  private static final float[] ROWS = {
    4, 2, 1, 0, 1, 5, 2, 0, 3, 3, 1, 0, 0, 1, 7, 2, 2, 6, 4, 1, //
    6, 1, 2, 3, 1, 2, 3, 0, 5, 4, 3, 2, 2, 3, 8, 1, 1, 4, 2, 0
  };

  private static final int[] ANSWERS = {0, 1, 0, 2, 1, 0, 2, 0, 2, 1};
  private static final int[] CLASSES = {0, 1, 1, 2, 2, 0, 2, 1, 2, 0};

  private static final float[] NUMBERS = {1.5f, 2, 2.25f, -1, 0.5f, 0.5f, 3, 4, -1, 2.5f};
  private static final float[] WANTED = {1, 2.5f, 2, -2, 1, 0.25f, 2.5f, 3.5f, -0.5f, 3};

  private static float[] sixteenths(int... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = values[i] / 16f;
    }
    return floats;
  }

  private static float[] labels(int width) {
    float[] targets = new float[CLASSES.length * width];
    for (int i = 0; i < CLASSES.length; i++) {
      targets[width == 1 ? i : i * width + CLASSES[i]] = width == 1 ? CLASSES[i] : 1;
    }
    return targets;
  }

  /** In batches of one, of two, and of the rest. */
  private static double of(MetricFunction function, int outputs, float[] output, float[] target) {
    int rows = output.length / outputs;
    int targets = target.length / rows;
    Metrics metrics = new Metrics(List.of(function), outputs, targets, rows);
    int[] bounds = {0, 1, 3, rows};
    for (int i = 0; i < 3; i++) {
      float[] batch = Arrays.copyOfRange(output, bounds[i] * outputs, bounds[i + 1] * outputs);
      metrics.add(batch, target, bounds[i] * targets, bounds[i + 1] - bounds[i]);
    }
    return metrics.value(0);
  }

  @ParameterizedTest
  @CsvSource({
    "AUC, 0.8611111111111112",
    "PR_AUC, 0.8857142857142857",
    "BINARY_PRECISION, 0.7142857142857143",
    "BINARY_RECALL, 0.8333333333333334",
    "BINARY_F1_SCORE, 0.7692307692307693",
    "BINARY_ACCURACY, 0.75"
  })
  void labels(MetricFunction function, double expected) {
    assertThat(of(function, 1, SCORES, LABELS)).isCloseTo(expected, within(1e-15));
    // As many outputs of fewer samples count alike.
    assertThat(of(function, 3, SCORES, LABELS)).isCloseTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "SPARSE_CATEGORICAL_PRECISION, CATEGORICAL_PRECISION, 0.611111111111111",
    "SPARSE_CATEGORICAL_RECALL, CATEGORICAL_RECALL, 0.5833333333333334",
    "SPARSE_CATEGORICAL_F1_SCORE, CATEGORICAL_F1_SCORE, 0.5873015873015873",
    "SPARSE_CATEGORICAL_ACCURACY, CATEGORICAL_ACCURACY, 0.6"
  })
  void classes(MetricFunction sparse, MetricFunction categorical, double expected) {
    assertThat(of(sparse, 4, ROWS, labels(1))).isCloseTo(expected, within(1e-15));
    assertThat(of(categorical, 4, ROWS, labels(4))).isCloseTo(expected, within(1e-15));
  }

  @Test
  void classAmongTheFiveLargest() {
    float[] rows = {
      29, 4, 26, 30, 32, 37, 34, 40, 7, 10, 11, 31, 33, 27, 47, 2, 46, 18, 15, 28, 22, 16, 41,
          20, //
      42, 8, 13, 25, 5, 17, 35, 14, 38, 1, 12, 43, 24, 6, 23, 36, 21, 19, 9, 39, 45, 3, 0, 44
    };
    float[] targets = {0, 3, 7, 2, 5, 1};

    assertThat(of(MetricFunction.SPARSE_TOP_K_CATEGORICAL_ACCURACY, 8, rows, targets))
        .isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "MEAN_SQUARED_ERROR, 0.2875",
    "ROOT_MEAN_SQUARED_ERROR, 0.5361902647381804",
    "MEAN_ABSOLUTE_ERROR, 0.5",
    "R2_SCORE, 0.8567118944113297"
  })
  void numbers(MetricFunction function, double expected) {
    assertThat(of(function, 2, NUMBERS, WANTED)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void aConstantColumnCountsNothingUnlessItIsMet() {
    float[] constant = WANTED.clone();
    for (int i = 1; i < constant.length; i += 2) {
      constant[i] = 3;
    }

    assertThat(of(R2_SCORE, 2, NUMBERS, constant)).isCloseTo(0.39976415094339623, within(1e-15));
    assertThat(of(R2_SCORE, 2, constant, constant)).isEqualTo(1);
  }

  @Test
  void determinationIsExactFarFromZero() {
    float[] far = {1_000_001, 1_000_002, 1_000_003, 1_000_004};
    float[] near = {1_000_001, 1_000_002, 1_000_003, 1_000_005};

    // 1 - 1 / 5: sums of squares would leave nothing of it in float, and little in double.
    assertThat(of(R2_SCORE, 1, near, far)).isCloseTo(0.8, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUC", "PR_AUC", "BINARY_PRECISION", "BINARY_RECALL", "BINARY_F1_SCORE"})
  void withoutOnesItIsZero(MetricFunction function) {
    assertThat(of(function, 1, SCORES, new float[12])).isZero();
  }

  @Test
  void outputsOfAllSignsAreRanked() {
    float[] scores = {-2, -1, -0f, 0, 1, 2};

    assertThat(of(AUC, 1, scores, new float[] {0, 0, 0, 1, 1, 1}))
        .isCloseTo(8.5 / 9, within(1e-15));
    assertThat(of(AUC, 1, scores, new float[] {1, 1, 1, 0, 0, 0}))
        .isCloseTo(0.5 / 9, within(1e-15));
    assertThat(of(PR_AUC, 1, scores, new float[] {0, 0, 0, 0, 1, 1})).isEqualTo(1);
  }

  @Test
  void distancesOfOneSampleAreItsOwn() {
    float[] one = {2, 2, 2};

    assertThat(of(MEAN_ABSOLUTE_ERROR, 1, one, new float[3])).isEqualTo(2);
    assertThat(of(MEAN_SQUARED_ERROR, 1, one, new float[3])).isEqualTo(4);
    assertThat(of(ROOT_MEAN_SQUARED_ERROR, 1, one, new float[3])).isEqualTo(2);
  }

  @Test
  void confusion() {
    ConfusionMatrix matrix = ConfusionMatrix.of(CLASSES, ANSWERS, 4);

    assertThat(matrix.toArray())
        .isDeepEqualTo(new long[][] {{2, 1, 0, 0}, {2, 1, 0, 0}, {0, 1, 3, 0}, {0, 0, 0, 0}});
    assertThat(matrix.accuracy()).isEqualTo(0.6);
    assertThat((matrix.precision(0) + matrix.precision(1) + matrix.precision(2)) / 3)
        .isCloseTo(0.611111111111111, within(1e-15));
    assertThat((matrix.f1(0) + matrix.f1(1) + matrix.f1(2)) / 3)
        .isCloseTo(0.5873015873015873, within(1e-15));
    assertThat(matrix.recall(2)).isEqualTo(0.75);
    assertThat(matrix.precision(3)).isZero();
    assertThat(matrix.toString().lines().skip(1).findFirst().orElse("")).matches(" *0 +2 +1 +0 +0");
  }
}
