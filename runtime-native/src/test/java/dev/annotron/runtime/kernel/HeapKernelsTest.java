package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offsets and rows; the numbers themselves are tested through {@link JavaKernels}. */
class HeapKernelsTest {
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;
  private static final int AT = 5;

  private static float[] random(int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  private static Tensor tensor(float[] values, int size) {
    return Tensor.of(size, i -> values[AT + i]);
  }

  @Test
  void softmaxAndItsGradientAreThoseOfTheKernels() {
    float[] x = random(AT + ROWS * COLUMNS, 1);
    float[] y = new float[AT + ROWS * COLUMNS + 1];
    HeapKernels.softmax(x, AT, y, AT, ROWS, COLUMNS);
    Tensor from = tensor(x, ROWS * COLUMNS);
    Tensor expected = Tensor.empty(ROWS * COLUMNS);
    new JavaKernels()
        .softmax(from.segment(), from.at(), expected.segment(), expected.at(), ROWS, COLUMNS);
    tensor(y, ROWS * COLUMNS).assertIs(expected::get, 0);
    assertThat(y[AT - 1]).isZero();
    assertThat(y[AT + ROWS * COLUMNS]).isZero();

    float[] dx = new float[AT + ROWS * COLUMNS];
    HeapKernels.softmaxGradient(y, AT, x, AT, dx, AT, ROWS, COLUMNS);
    Tensor gradient = Tensor.empty(ROWS * COLUMNS);
    new JavaKernels()
        .softmaxGradient(
            expected.segment(),
            expected.at(),
            from.segment(),
            from.at(),
            gradient.segment(),
            gradient.at(),
            ROWS,
            COLUMNS);
    tensor(dx, ROWS * COLUMNS).assertIs(gradient::get, 0);
  }

  @ParameterizedTest
  @EnumSource
  void lossesAreThoseOfTheKernels(LossFunction loss) {
    int targetSize = loss.sparse() ? ROWS : ROWS * COLUMNS;
    float[] p = random(AT + ROWS * COLUMNS, 2);
    float[] t = new float[AT + targetSize];
    for (int i = 0; i < targetSize; i++) {
      t[AT + i] = i % COLUMNS;
    }
    Tensor prediction = tensor(p, ROWS * COLUMNS);
    Tensor target = tensor(t, targetSize);
    Kernels kernels = new JavaKernels();
    assertThat(HeapKernels.loss(loss, p, AT, t, AT, ROWS, COLUMNS))
        .isCloseTo(
            kernels.loss(
                loss,
                prediction.segment(),
                prediction.at(),
                target.segment(),
                target.at(),
                ROWS,
                COLUMNS),
            withinPercentage(1e-10));
    float[] dx = new float[AT + ROWS * COLUMNS];
    HeapKernels.lossGradient(loss, 0.5f, p, AT, t, AT, dx, AT, ROWS, COLUMNS);
    Tensor gradient = Tensor.empty(ROWS * COLUMNS);
    kernels.lossGradient(
        loss,
        0.5f,
        prediction.segment(),
        prediction.at(),
        target.segment(),
        target.at(),
        gradient.segment(),
        gradient.at(),
        ROWS,
        COLUMNS);
    tensor(dx, ROWS * COLUMNS).assertIs(gradient::get, 0);
  }

  /**
   * Their logarithms are taken of products, which would be infinite here, and which lose nothing.
   */
  @ParameterizedTest
  @ValueSource(floats = {0, 0.5f, -1, 3, -20, 60})
  void crossentropyOfManyLogitsIsTheSumOfEach(float logit) {
    int rows = 5000;
    float[] logits = new float[rows];
    float[] targets = new float[rows];
    Arrays.fill(logits, logit);
    Arrays.fill(targets, logit > 0 ? 1 : 0);
    assertThat(
            HeapKernels.loss(
                LossFunction.BINARY_CROSSENTROPY_LOGITS, logits, 0, targets, 0, rows, 1))
        .isCloseTo(StrictMath.log1p(StrictMath.exp(-Math.abs(logit))), withinPercentage(1e-6));
  }
}
