package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.DivergedException;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.History;
import dev.annotron.runtime.callback.EarlyStopping;
import dev.annotron.runtime.callback.ReduceLROnPlateau;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbacksTest {
  private static final Tiny TINY = Tiny.classes();
  private static final FitOptions FIVE = Samples.SILENT.epochs(5).batchSize(4);

  private final Dataset data = Samples.of(TINY, 10, 1);
  private final Dataset other = Samples.of(TINY, 7, 2);

  @Test
  void lambdasSeeEachEpoch() {
    List<String> seen = new ArrayList<>();
    Engine<?> engine = Memory.HEAP.engine(TINY);

    History history =
        engine.fit(
            data,
            FIVE.validation(other)
                .onEpochEnd(
                    training -> {
                      seen.add(training.epoch() + "/" + training.epochs());
                      assertThat(training.step()).isEqualTo(training.steps()).isEqualTo(3);
                      assertThat(training.learningRate()).isEqualTo(0.1f);
                      assertThat(training.values().keySet())
                          .containsExactlyElementsOf(
                              List.of("loss", "accuracy", "val_loss", "val_accuracy"));
                      assertThat(training.value("loss")).isEqualTo(training.loss());
                      assertThat(training.value("val_loss"))
                          .isEqualTo(engine.evaluate(other).loss());
                      assertThat(training.history().epochs()).isEqualTo(training.epoch());
                    }));

    assertThat(seen).containsExactly("1/5", "2/5", "3/5", "4/5", "5/5");
    assertThat(history.stopped()).isEmpty();
  }

  @Test
  void lambdasSeeEachBatch() {
    List<String> seen = new ArrayList<>();

    Memory.HEAP
        .engine(TINY)
        .fit(data, FIVE.epochs(2).onBatchEnd(t -> seen.add(t.epoch() + "." + t.step())));

    assertThat(seen).containsExactly("1.1", "1.2", "1.3", "2.1", "2.2", "2.3");
  }

  @Test
  void lambdasSeeTheValuesSoFarWithinAnEpoch() {
    List<Double> losses = new ArrayList<>();
    List<Double> accuracies = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();

    History history =
        Memory.HEAP
            .engine(TINY)
            .fit(
                data,
                FIVE.epochs(2)
                    .validation(other)
                    .onBatchEnd(
                        training -> {
                          losses.add(training.value("loss"));
                          accuracies.add(training.value("accuracy"));
                          counts.add(training.values().size());
                          if (training.epoch() == 1) {
                            assertThatThrownBy(() -> training.value("val_loss"))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageStartingWith(
                                    "no epoch has ended yet, so there is no val_loss");
                          } else {
                            assertThat(training.value("val_loss"))
                                .isEqualTo(training.history().values("val_loss")[0]);
                          }
                        }));

    assertThat(counts).containsExactly(2, 2, 2, 4, 4, 4);
    assertThat(losses.get(2)).isEqualTo(history.values("loss")[0]);
    assertThat(losses.get(5)).isEqualTo(history.values("loss")[1]);
    assertThat(accuracies.get(2)).isEqualTo(history.values("accuracy")[0]);
    assertThat(losses.get(0)).isNotEqualTo(losses.get(2));
    // Of the first four samples, of eight, and of all ten.
    assertThat(accuracies.get(0) * 4).isEqualTo(Math.rint(accuracies.get(0) * 4));
    assertThat(accuracies.get(1) * 8).isEqualTo(Math.rint(accuracies.get(1) * 8));
  }

  @Test
  void lookingOnChangesNothing() {
    Engine<?> alone = Memory.HEAP.engine(TINY);
    Engine<?> watched = Memory.HEAP.engine(TINY);

    alone.fit(data, FIVE);
    watched.fit(data, FIVE.onBatchEnd(t -> {}).onEpochEnd(t -> {}).timeLimit(Duration.ofDays(1)));

    assertThat(Samples.weights(watched)).isEqualTo(Samples.weights(alone));
  }

  @Test
  void aBatchsCallbackStopsAfterItsStep() {
    List<Integer> steps = new ArrayList<>();

    History history =
        Memory.HEAP
            .engine(TINY)
            .fit(
                data,
                FIVE.onBatchEnd(
                    t -> {
                      steps.add(t.step());
                      if (steps.size() == 5) {
                        t.stop("five steps are enough");
                      }
                    }));

    assertThat(steps).hasSize(5);
    assertThat(history.epochs()).isEqualTo(1);
    assertThat(history.stopped()).hasValue("five steps are enough");
    assertThat(history.interrupted()).isFalse();
    assertThat(history.toString()).endsWith("stopped after 1 whole epochs: five steps are enough");
  }

  @Test
  void anEpochsCallbackStopsAfterIt() {
    History history =
        Memory.HEAP
            .engine(TINY)
            .fit(data, FIVE.onEpochEnd(t -> t.stop("epoch " + t.epoch() + " is enough")));

    assertThat(history.epochs()).isEqualTo(1);
    assertThat(history.stopped()).hasValue("epoch 1 is enough");
  }

  @Test
  void theLearningRateIsThatOfTheStepsToCome() {
    Engine<?> once = Memory.HEAP.engine(TINY);
    Engine<?> apart = Memory.HEAP.engine(TINY);

    once.fit(data, FIVE.epochs(2).onEpochEnd(t -> t.learningRate(0.01)));
    apart.fit(data, FIVE.epochs(1));
    apart.fit(data, FIVE.epochs(1).learningRate(0.01));

    assertThat(Samples.weights(once)).isEqualTo(Samples.weights(apart));
    assertThatThrownBy(() -> once.fit(data, FIVE.onEpochEnd(t -> t.learningRate(Double.NaN))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("learningRate is NaN");
  }

  @ParameterizedTest
  @EnumSource
  void earlyStoppingRestoresTheVeryWeightsOfTheBestEpoch(Memory memory) {
    List<List<Float>> weights = new ArrayList<>();
    Dataset half = data.skip(4);
    Engine<?> engine = memory.engine(TINY);
    FitOptions options =
        FIVE.epochs(200)
            .learningRate(1)
            .validation(half)
            .onEpochEnd(_ -> weights.add(Samples.weights(engine)))
            .callback(new EarlyStopping().patience(7).restoreBestWeights(true));

    History history = engine.fit(data, options);

    double[] losses = history.values("val_loss");
    int best = 0;
    for (int i = 0; i < losses.length; i++) {
      best = losses[i] < losses[best] ? i : best;
    }
    assertThat(losses).hasSize(best + 8).hasSizeLessThan(200);
    assertThat(best).isPositive();
    assertThat(Samples.weights(engine)).isEqualTo(weights.get(best));
    assertThat(weights.getLast()).isNotEqualTo(weights.get(best));
    assertThat(engine.evaluate(half).loss()).isEqualTo(losses[best]);
    assertThat(history.stopped().orElse("")).startsWith("val_loss was best in epoch " + (best + 1));
  }

  @Test
  void optionsCanBeSharedAmongTrainings() {
    FitOptions options =
        FIVE.epochs(200)
            .learningRate(0.5)
            .validation(other)
            .callback(new ReduceLROnPlateau().patience(2))
            .callback(new EarlyStopping().patience(7).restoreBestWeights(true));
    Engine<?> one = Memory.HEAP.engine(TINY);
    Engine<?> two = Memory.HEAP.engine(TINY);

    one.fit(data, options);
    two.fit(data, options);

    assertThat(Samples.weights(two)).isEqualTo(Samples.weights(one));
  }

  @Test
  void theTimeLimitEndsTrainingAfterAStep() {
    Engine<?> engine = Memory.HEAP.engine(TINY);

    History history = engine.fit(data, FIVE.epochs(5).timeLimit(Duration.ofNanos(1)));

    assertThat(history.epochs()).isZero();
    assertThat(history.stopped()).hasValue("the time limit of PT0.000000001S was reached");
    assertThat(engine.fit(data, FIVE).epochs()).isEqualTo(5);
  }

  @Test
  void theLastSamplesAreHeldBackBeforeShuffling() {
    Engine<?> split = Memory.HEAP.engine(TINY);
    Engine<?> byHand = Memory.HEAP.engine(TINY);

    // Keras trains on floor(10 * (1 - 0.25)) of them.
    History history = split.fit(data, FIVE.validationSplit(0.25));
    byHand.fit(data.take(7), FIVE.validation(data.skip(7)));

    assertThat(history.names()).contains("val_loss");
    assertThat(Samples.weights(split)).isEqualTo(Samples.weights(byHand));
    assertThatThrownBy(() -> split.fit(data, FIVE.validationSplit(0.95)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("leaves a part empty");
  }

  @Test
  void weightsStayAfterDivergenceIfAskedFor() {
    Tiny regression = Tiny.regression();
    Dataset huge = Samples.of(regression, 12, 1);
    Engine<?> engine = Memory.HEAP.engine(regression);
    FitOptions options = FIVE.epochs(50).learningRate(1e30);

    assertThatThrownBy(() -> engine.fit(huge, options.restoreOnDivergence(false)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("The weights stay as they are.");

    assertThat(Samples.weights(engine)).anyMatch(weight -> Math.abs(weight) > 1e9);
  }

  @Test
  void whatACallbackThrowsComesOut() {
    Engine<?> engine = Memory.HEAP.engine(TINY);

    assertThatThrownBy(
            () ->
                engine.fit(
                    data,
                    FIVE.onEpochEnd(
                        _ -> {
                          throw new IllegalStateException("no");
                        })))
        .hasMessage("no");

    assertThat(engine.fit(data, FIVE).epochs()).isEqualTo(5);
  }
}
