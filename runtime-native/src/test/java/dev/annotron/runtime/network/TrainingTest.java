package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
  private static final FitOptions FIVE = Samples.SILENT.epochs(5).batchSize(4);

  @ParameterizedTest
  @EnumSource
  void learnsXor(Memory memory) {
    Engine<?> engine = memory.engine(Tiny.xor());

    History history = engine.fit(Samples.xor(), Samples.SILENT.epochs(500).batchSize(4));

    assertThat(history.epochs()).isEqualTo(500);
    assertThat(history.last("loss")).isLessThan(0.05);
    assertThat(history.last("accuracy")).isEqualTo(1);
    assertThat(engine.predict(0, 1)[0]).isGreaterThan(0.9f);
    assertThat(engine.predict(1, 1)[0]).isLessThan(0.1f);
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameBits(Memory memory) {
    Dataset data = Samples.of(Tiny.classes(), 23, 1);
    Engine<?> one = memory.engine(Tiny.classes());
    Engine<?> two = memory.engine(Tiny.classes());

    assertThat(one.fit(data, FIVE).values("loss")).isEqualTo(two.fit(data, FIVE).values("loss"));
    assertThat(Samples.weights(one)).isEqualTo(Samples.weights(two));
  }

  @Test
  void bothMemoriesGiveTheSameBits() {
    Dataset data = Samples.of(Tiny.classes(), 23, 1);
    Engine<?> heap = Memory.HEAP.engine(Tiny.classes());
    Engine<?> offHeap = Memory.OFF_HEAP.engine(Tiny.classes());

    heap.fit(data, FIVE);
    offHeap.fit(data, FIVE);

    assertThat(Samples.weights(heap)).isEqualTo(Samples.weights(offHeap));
  }

  @Test
  void everySeedGivesOtherWeightsAndAnotherOrder() {
    assertThat(Samples.weights(Memory.HEAP.engine(Tiny.xor(), 0)))
        .isNotEqualTo(Samples.weights(Memory.HEAP.engine(Tiny.xor(), 1)));
    assertThat(trained(FIVE.seed(1))).isNotEqualTo(trained(FIVE.seed(2)));
    assertThat(trained(FIVE.seed(1))).isEqualTo(trained(FIVE.seed(1)));
    assertThat(trained(FIVE.seed(1))).isNotEqualTo(trained(FIVE.shuffle(false)));
  }

  private static Object trained(FitOptions options) {
    Engine<?> engine = Memory.HEAP.engine(Tiny.classes());
    engine.fit(Samples.of(Tiny.classes(), 23, 1), options);
    return Samples.weights(engine);
  }

  @ParameterizedTest
  @EnumSource
  void trainingTwiceContinuesAsIfItWereOnce(Memory memory) {
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Engine<?> once = memory.engine(Tiny.regression());
    Engine<?> twice = memory.engine(Tiny.regression());

    double[] all = once.fit(data, FIVE.epochs(10)).values("loss");
    twice.fit(data, FIVE);
    double[] second = twice.fit(data, FIVE).values("loss");

    assertThat(Samples.weights(twice)).isEqualTo(Samples.weights(once));
    assertThat(second).containsExactly(java.util.Arrays.copyOfRange(all, 5, 10));
  }

  @Test
  void lastSmallerBatchCountsByItsSamples() {
    // Steps too small to move a weight: the epoch's loss is that of the whole set.
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Engine<?> engine = Memory.HEAP.engine(Tiny.regression());
    double whole = engine.evaluate(data).loss();

    History history = engine.fit(data, FIVE.epochs(1).learningRate(1e-30));

    assertThat(history.last("loss")).isCloseTo(whole, within(1e-12));
    assertThat(history.last("mean_absolute_error"))
        .isCloseTo(engine.evaluate(data).metric("mean_absolute_error"), within(1e-12));
  }

  @Test
  void batchLargerThanTheSetIsOneBatch() {
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Engine<?> exact = Memory.HEAP.engine(Tiny.regression());
    Engine<?> larger = Memory.HEAP.engine(Tiny.regression());

    exact.fit(data, FIVE.batchSize(10));
    larger.fit(data, FIVE.batchSize(1_000_000_000));

    assertThat(Samples.weights(larger)).isEqualTo(Samples.weights(exact));
  }

  @ParameterizedTest
  @EnumSource
  void aBatchOfAllSamplesHasNoOrder(Memory memory) {
    Dataset data = Samples.of(Tiny.classes(), 10, 1);
    Engine<?> shuffled = memory.engine(Tiny.classes());
    Engine<?> stepByStep = memory.engine(Tiny.classes());

    shuffled.fit(data, FIVE.batchSize(10).seed(1));
    for (int epoch = 0; epoch < 5; epoch++) {
      stepByStep.fit(data, FIVE.batchSize(10).epochs(1).shuffle(false));
    }

    assertThat(Samples.weights(shuffled)).isEqualTo(Samples.weights(stepByStep));
  }

  @Test
  void oneStepIsTheGradientTimesTheLearningRate() {
    Dataset data = Samples.of(Tiny.regression(), 6, 1);
    Engine<?> engine = Memory.HEAP.engine(Tiny.regression());
    float before = engine.weights().get("answer/bias").toArray()[1];
    float gradient = engine.gradients(data).get("answer/bias").toArray()[1];

    engine.fit(data, Samples.SILENT.batchSize(6).shuffle(false).learningRate(0.5));

    assertThat(engine.weights().get("answer/bias").toArray()[1])
        .isEqualTo(before - 0.5f * gradient);
  }

  @Test
  void validationIsMeasuredAfterEachEpoch() {
    Dataset data = Samples.of(Tiny.classes(), 12, 1);
    Dataset other = Samples.of(Tiny.classes(), 7, 2);
    Engine<?> engine = Memory.HEAP.engine(Tiny.classes());

    History history = engine.fit(data, FIVE.validation(other));

    assertThat(history.names()).containsExactly("loss", "accuracy", "val_loss", "val_accuracy");
    assertThat(history.values("val_loss")).hasSize(5).doesNotHaveDuplicates();
    assertThat(history.last("val_loss")).isEqualTo(engine.evaluate(other).loss());
    assertThat(history.last("val_accuracy")).isEqualTo(engine.evaluate(other).metric("accuracy"));
  }

  @Test
  void viewsOfDataAreFollowed() {
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Engine<?> view = Memory.OFF_HEAP.engine(Tiny.regression());
    Engine<?> copy = Memory.HEAP.engine(Tiny.regression());
    Dataset half = data.shuffle(3).take(5);
    float[][] x = new float[5][];
    float[][] y = new float[5][];
    for (int i = 0; i < 5; i++) {
      x[i] = half.x(i);
      y[i] = half.y(i);
    }

    view.fit(half, FIVE);
    copy.fit(Dataset.of(x, y), FIVE);

    assertThat(Samples.weights(view)).isEqualTo(Samples.weights(copy));
  }
}
