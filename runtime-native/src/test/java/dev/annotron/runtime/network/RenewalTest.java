package dev.annotron.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.FitOptions;
import dev.annotron.runtime.Renewal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenewalTest {
  private static final FitOptions FIVE = Samples.SILENT.epochs(5).batchSize(4);
  private final List<String> asked = new ArrayList<>();

  /** Other samples of the same form in each epoch. */
  private final Renewal renewal =
      samples ->
          (number, another) -> {
            asked.add(number + (another ? " and another" : ""));
            return Samples.of(Tiny.regression(), samples.size(), 100 + number);
          };

  @ParameterizedTest
  @EnumSource
  void eachEpochHasItsOwnSamples(Memory memory) {
    checkOwnSamples(memory, FIVE);
  }

  @ParameterizedTest
  @EnumSource
  void eachEpochOfOneBatchHasItsOwnSamples(Memory memory) {
    checkOwnSamples(memory, FIVE.batchSize(10));
  }

  private void checkOwnSamples(Memory memory, FitOptions options) {
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Engine<?> renewed = memory.engine(Tiny.regression());
    Engine<?> byHand = memory.engine(Tiny.regression());

    renewed.fit(data.renewing(renewal), options);
    for (int epoch = 0; epoch < 5; epoch++) {
      byHand.fit(Samples.of(Tiny.regression(), 10, 100 + epoch), options.epochs(1));
    }

    assertThat(Samples.weights(renewed)).isEqualTo(Samples.weights(byHand));
  }

  @Test
  void numbersGoOnInTheNextTraining() {
    Dataset data = Samples.of(Tiny.regression(), 10, 1).renewing(renewal);
    Engine<?> engine = Memory.HEAP.engine(Tiny.regression());
    engine.fit(data, FIVE.epochs(2));
    engine.fit(data, FIVE.epochs(1));
    assertThat(asked).containsExactly("0 and another", "1", "2");
  }

  @Test
  void viewsAreMadeAnewAndEvaluationIsNot() {
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Dataset renewing = data.renewing(renewal);
    assertThat(renewing.take(5).renewal()).contains(renewal);
    assertThat(renewing.standardization().apply(renewing).renewal()).contains(renewal);
    assertThat(data.renewal()).isEmpty();
    Engine<?> engine = Memory.HEAP.engine(Tiny.regression());
    assertThat(engine.evaluate(renewing)).isEqualTo(engine.evaluate(data));
    assertThat(asked).isEmpty();
  }

  @Test
  void refusesSamplesOfAnotherForm() {
    Dataset data = Samples.of(Tiny.regression(), 10, 1);
    Dataset fewer = data.renewing(samples -> (number, another) -> samples.take(9));
    Engine<?> engine = Memory.HEAP.engine(Tiny.regression());
    assertThatThrownBy(() -> engine.fit(fewer, FIVE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("An epoch was made of 9 samples")
        .hasMessageContaining("expected 10 samples");
  }
}
