package dev.annotron.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitOptionsTest {
  private static final Callback CALLBACK = training -> () -> {};
  private static final Consumer<Training> BATCH_END = training -> {};

  private final Dataset data = Dataset.of(new float[][] {{1}}, new float[] {1});

  @Test
  void nothingSetMeansTheDefaultsOfKeras() {
    FitOptions options = new FitOptions();

    assertThat(options.epochs()).isEqualTo(1);
    assertThat(options.batchSize()).isEqualTo(32);
    assertThat(options.shuffle()).isTrue();
    assertThat(options.verbose()).isEqualTo(1);
    assertThat(options.learningRate()).isEmpty();
    assertThat(options.validation()).isEmpty();
    assertThat(options.seed()).isEmpty();
    assertThat(options.validationSplit()).isEmpty();
    assertThat(options.timeLimit()).isEmpty();
    assertThat(options.resume()).isEmpty();
    assertThat(options.restoreOnDivergence()).isTrue();
    assertThat(options.callbacks()).isEmpty();
    assertThat(options.batchEnds()).isEmpty();
  }

  private FitOptions all() {
    return new FitOptions()
        .epochs(2)
        .batchSize(3)
        .shuffle(false)
        .learningRate(0.5)
        .verbose(2)
        .validation(data)
        .seed(0)
        .validationSplit(0.25)
        .timeLimit(Duration.ofSeconds(5))
        .resume(Path.of("checkpoint"))
        .restoreOnDivergence(false)
        .callback(CALLBACK)
        .onBatchEnd(BATCH_END);
  }

  private void assertAll(FitOptions options) {
    assertThat(options.epochs()).isEqualTo(2);
    assertThat(options.batchSize()).isEqualTo(3);
    assertThat(options.shuffle()).isFalse();
    assertThat(options.verbose()).isEqualTo(2);
    assertThat(options.learningRate()).hasValue(0.5);
    assertThat(options.validation()).containsSame(data);
    assertThat(options.seed()).hasValue(0);
    assertThat(options.validationSplit()).hasValue(0.25);
    assertThat(options.timeLimit()).hasValue(Duration.ofSeconds(5));
    assertThat(options.resume()).hasValue(Path.of("checkpoint"));
    assertThat(options.restoreOnDivergence()).isFalse();
    assertThat(options.callbacks()).containsExactly(CALLBACK);
    assertThat(options.batchEnds()).containsExactly(BATCH_END);
  }

  @Test
  void eachIsKept() {
    assertAll(all());
  }

  @Test
  void whatIsSetWinsOverTheOther() {
    FitOptions other =
        new FitOptions().epochs(9).batchSize(9).shuffle(true).learningRate(9).verbose(0).seed(9);

    assertAll(all().orElse(other));
    assertAll(new FitOptions().orElse(all()));
    assertThat(new FitOptions().epochs(5).orElse(all()).epochs()).isEqualTo(5);
    assertThat(new FitOptions().epochs(5).orElse(all()).batchSize()).isEqualTo(3);
  }

  @Test
  void settingLeavesTheOriginal() {
    FitOptions options = new FitOptions();
    options.epochs(5);

    assertThat(options.epochs()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void countsAreAtLeastOne(int count) {
    assertThatThrownBy(() -> new FitOptions().epochs(count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("epochs is " + count + "; expected at least 1");
    assertThatThrownBy(() -> new FitOptions().batchSize(count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("batchSize is " + count + "; expected at least 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-60, 1e60})
  void learningRateIsPositiveAndFinite(double rate) {
    assertThatThrownBy(() -> new FitOptions().learningRate(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("learningRate is " + rate);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void verboseIsOneOfThree(int verbose) {
    assertThatThrownBy(() -> new FitOptions().verbose(verbose))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0, 1 or 2");
  }

  @Test
  void callbacksAreCalledInTheirOrder() {
    Callback other = training -> () -> {};

    FitOptions options = new FitOptions().callback(CALLBACK).callback(other);

    assertThat(options.callbacks()).containsExactly(CALLBACK, other);
    assertThat(new FitOptions().callback(other).orElse(all()).callbacks()).containsExactly(other);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void aPartIsHeldBack(double fraction) {
    assertThatThrownBy(() -> new FitOptions().validationSplit(fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("validationSplit is " + fraction);
  }

  @Test
  void classWeightsAreNumberedFromZero() {
    assertThat(new FitOptions().classWeights(1, 2.5).classWeights())
        .containsExactlyInAnyOrderEntriesOf(Map.of(0, 1.0, 1, 2.5));
    assertThat(new FitOptions().classWeights()).isEqualTo(Map.of());
  }

  @Test
  void classWeightsAreNotNegative() {
    assertThatThrownBy(() -> new FitOptions().classWeights(Map.of(-1, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("classWeights has the class -1; expected 0 or above");
    assertThatThrownBy(() -> new FitOptions().classWeights(1, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the weight of class 1 is -2.0; expected a finite number");
    assertThatThrownBy(() -> new FitOptions().classWeights(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimeLimitIsAboveZero() {
    assertThatThrownBy(() -> new FitOptions().timeLimit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("timeLimit is PT0S; expected above 0");
  }
}
