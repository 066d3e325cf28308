package dev.annotron.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The rates expected here follow from Keras's code of the callback. */
class ReduceLROnPlateauTest {
  private static final ReduceLROnPlateau HALVING =
      new ReduceLROnPlateau("loss").factor(0.5).patience(2);

  private static Scripted run(ReduceLROnPlateau callback, double... values) {
    return new Scripted("loss", values).run(callback);
  }

  @Test
  void fallsAfterEachPlateau() {
    assertThat(run(HALVING, 3, 3, 3, 3, 3, 1, 1).rates)
        .containsExactly(1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.25);
  }

  @Test
  void aSmallChangeIsAPlateau() {
    assertThat(run(HALVING.minDelta(0.5), 3, 2.9, 2.8).rates).containsExactly(1.0, 1.0, 0.5);
    assertThat(run(HALVING, 3, 2.9, 2.8).rates).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void epochsThatCoolDownAreNotCounted() {
    assertThat(run(HALVING.cooldown(2), 3, 3, 3, 3, 3, 3, 3).rates)
        .containsExactly(1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25);
  }

  @Test
  void neverFallsBelowTheSmallest() {
    assertThat(run(HALVING.patience(1).minLr(0.4), 3, 3, 3, 3).rates)
        .containsExactly(1.0, 0.5, 0.4, 0.4);
  }

  @Test
  void neverFallsToZeroAsAFloat() {
    double[] flat = new double[60];
    Scripted training = run(HALVING.patience(1).factor(0.001), flat);

    assertThat((float) training.learningRate()).isPositive();
  }

  @Test
  void largerIsBetterIfSaid() {
    assertThat(run(HALVING.mode(Mode.MAX), 1, 2, 3).rates).containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void aResumedTrainingRemembersTheEpochsBefore() {
    Scripted training = new Scripted("loss", 3, 3, 3, 3).after(2).run(HALVING);

    assertThat(training.rates).containsExactly(0.5, 0.5);
  }

  @Test
  void numbersAreChecked() {
    assertThatThrownBy(() -> HALVING.factor(1)).hasMessageStartingWith("factor is 1.0;");
    assertThatThrownBy(() -> HALVING.patience(-1)).hasMessageStartingWith("patience is -1;");
    assertThatThrownBy(() -> HALVING.cooldown(-1)).hasMessageStartingWith("cooldown is -1;");
    assertThatThrownBy(() -> HALVING.minLr(-1)).hasMessageStartingWith("minLr is -1.0;");
  }
}
