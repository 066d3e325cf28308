package dev.annotron.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses whose samples, or their steps, count more or less; and labels that are smoothed. */
class WeightedLossesTest {
  private static final int COLUMNS = 4;
  private static final float WEIGHT = 3;

  static Stream<Arguments> losses() {
    return Implementation.all()
        .flatMap(i -> Stream.of(LossFunction.values()).map(l -> Arguments.of(i, l)));
  }

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  private record Result(double value, Tensor gradient) {}

  /** Predictions and targets of {@code rows} rows for a loss. */
  private record Data(LossFunction loss, Tensor p, Tensor t, int rows) {
    static Data of(LossFunction loss, int rows) {
      Tensor random = Tensor.random(rows * COLUMNS, rows);
      Tensor p = Tensor.of(rows * COLUMNS, i -> Functions.sigmoid(random.get(i)));
      Tensor t = Tensor.of(rows * (loss.sparse() ? 1 : COLUMNS), i -> (i * 7 + 3) % 2);
      return new Data(loss, p, t, rows);
    }

    Result weighted(Kernels kernels, float shape, Tensor w) {
      Tensor dx = Tensor.empty(p.size());
      float none = LossFunction.UNBALANCED;
      double value =
          kernels.weightedLoss(
              loss,
              shape,
              none,
              p.segment(),
              p.at(),
              t.segment(),
              t.at(),
              w.segment(),
              w.at(),
              w.size(),
              rows,
              COLUMNS);
      kernels.weightedLossGradient(
          loss,
          shape,
          none,
          WEIGHT,
          p.segment(),
          p.at(),
          t.segment(),
          t.at(),
          w.segment(),
          w.at(),
          w.size(),
          dx.segment(),
          dx.at(),
          rows,
          COLUMNS);
      return new Result(value, dx);
    }

    Result onHeap(float shape, float[] w) {
      float none = LossFunction.UNBALANCED;
      float[] dx = new float[p.size()];
      double value =
          HeapLosses.weightedLoss(
              loss, shape, none, floats(p), 0, floats(t), 0, w, 0, w.length, rows, COLUMNS);
      HeapLosses.weightedLossGradient(
          loss, shape, none, WEIGHT, floats(p), 0, floats(t), 0, w, 0, w.length, dx, 0, rows,
          COLUMNS);
      return new Result(value, Tensor.of(dx.length, i -> dx[i]));
    }

    /** Of one row, without weights. */
    Result row(Kernels kernels, int row) {
      Tensor of = Tensor.of(COLUMNS, i -> p.get(row * COLUMNS + i));
      int width = t.size() / rows;
      Tensor target = Tensor.of(width, i -> t.get(row * width + i));
      return new Data(loss, of, target, 1).weighted(kernels, loss.shape(), Tensor.of(1, _ -> 1));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("losses")
  void isTheWeightedMeanOfTheRowsLosses(Implementation implementation, LossFunction loss) {
    int rows = 6;
    Data data = Data.of(loss, rows);
    Kernels kernels = implementation.ready();
    Tensor each = Tensor.of(rows, i -> i == 2 ? 0 : 0.5 * i);
    Tensor pairs = Tensor.of(rows / 2, i -> i * 1.5);
    Tensor runs = Tensor.of(rows, i -> i / 2 == 1 ? 0 : 1 + i / 2);
    Tensor alike = Tensor.of(rows, _ -> 2);
    Tensor none = Tensor.of(rows, _ -> 0);
    for (Tensor w : new Tensor[] {each, pairs, runs, alike, none}) {
      Result found = data.weighted(kernels, loss.shape(), w);
      Tensor expected = Tensor.empty(rows * COLUMNS);
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        float weight = w.get(row * w.size() / rows);
        Result ofRow = data.row(kernels, row);
        sum += weight * ofRow.value() / rows;
        for (int i = 0; i < COLUMNS; i++) {
          expected.set(row * COLUMNS + i, weight * ofRow.gradient().get(i) / rows);
        }
      }
      assertThat(found.value()).isCloseTo(sum, within(1e-6 * Math.abs(sum)));
      found.gradient().assertIs(expected::get, 1e-6);
      Result onHeap = data.onHeap(loss.shape(), floats(w));
      assertThat(onHeap.value()).isCloseTo(sum, within(1e-6 * Math.abs(sum)));
      onHeap.gradient().assertIs(expected::get, 1e-6);
    }
  }

  /** {@code −Σ t log p} with {@code t = 0.7} for the class and 0.1 for each of the three others. */
  @ParameterizedTest
  @MethodSource("implementations")
  void classNumbersAreSmoothedAsRows(Implementation implementation) {
    for (boolean logits : new boolean[] {false, true}) {
      LossFunction sparse =
          logits
              ? LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS
              : LossFunction.SPARSE_CATEGORICAL_CROSSENTROPY;
      LossFunction categorical =
          logits
              ? LossFunction.CATEGORICAL_CROSSENTROPY_LOGITS
              : LossFunction.CATEGORICAL_CROSSENTROPY;
      Data data = Data.of(sparse, 5);
      Tensor smooth =
          Tensor.of(20, i -> i % COLUMNS == (int) data.t().get(i / COLUMNS) ? 0.7 : 0.1);
      Data rows = new Data(categorical, data.p(), smooth, 5);
      Tensor ones = Tensor.of(5, _ -> 1);
      Result found = data.weighted(implementation.ready(), 0.4f, ones);
      Result expected = rows.weighted(new JavaKernels(), 0, ones);
      assertThat(found.value()).isCloseTo(expected.value(), within(1e-6));
      found.gradient().assertIs(expected.gradient()::get, 1e-6);
      Result onHeap = data.onHeap(0.4f, floats(ones));
      assertThat(onHeap.value()).isCloseTo(expected.value(), within(1e-6));
      onHeap.gradient().assertIs(expected.gradient()::get, 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void aMaskGivesItsShareToTheStepsThatItKeeps(Implementation implementation) {
    Tensor mask = Tensor.of(6, i -> i % 3 == 2 ? 0 : 1);
    Tensor weights = Tensor.of(2, i -> i + 1);
    Tensor y = Tensor.empty(6);
    Kernels kernels = implementation.ready();
    kernels.maskedWeights(
        mask.segment(), mask.at(), weights.segment(), weights.at(), y.segment(), y.at(), 2, 3);
    y.assertIs(i -> i % 3 == 2 ? 0 : 1.5 * (i / 3 + 1), 1e-7);
  }

  /** As in Keras, nothing is left of the loss. */
  @ParameterizedTest
  @MethodSource("implementations")
  void aMaskThatKeepsNothingGivesNothing(Implementation implementation) {
    Tensor none = Tensor.of(3, _ -> 0);
    Tensor weights = Tensor.of(1, _ -> 1);
    Tensor y = Tensor.empty(3);
    implementation
        .ready()
        .maskedWeights(
            none.segment(), none.at(), weights.segment(), weights.at(), y.segment(), y.at(), 1, 3);
    y.assertIs(_ -> 0, 0);
  }

  private static float[] floats(Tensor tensor) {
    float[] floats = new float[tensor.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = tensor.get(i);
    }
    return floats;
  }
}
