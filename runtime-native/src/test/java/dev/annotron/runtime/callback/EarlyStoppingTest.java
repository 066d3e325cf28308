package dev.annotron.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The epochs expected here follow from Keras's code of the callback. */
class EarlyStoppingTest {
  private static final EarlyStopping STOPPING = new EarlyStopping("val_loss");

  private static Scripted run(EarlyStopping callback, double... values) {
    return new Scripted(callback.monitor(), values).run(callback);
  }

  @Test
  void withoutPatienceTheFirstEpochThatIsNoBetterIsTheLast() {
    Scripted training = run(STOPPING, 5, 4, 4, 3);

    assertThat(training.epoch()).isEqualTo(3);
    assertThat(training.stopped).isEqualTo("val_loss was best in epoch 2, with 4.0000");
    assertThat(training.restored).isZero();
  }

  @Test
  void patienceCountsEpochsSinceTheBest() {
    assertThat(run(STOPPING.patience(2), 5, 4, 4.5, 3.9, 4, 4.1, 1).epoch()).isEqualTo(6);
    assertThat(run(STOPPING.patience(3), 5, 4, 4.5, 3.9, 4, 4.1, 1).stopped).isNull();
  }

  @Test
  void smallChangesAreNoImprovement() {
    assertThat(run(STOPPING.minDelta(0.5), 5, 4.25, 3.5, 3.25).epoch()).isEqualTo(4);
    assertThat(run(STOPPING.minDelta(0.5), 5, 4.5, 3).epoch()).isEqualTo(2);
  }

  @Test
  void whatIsBetterFollowsFromTheNameUnlessItIsSaid() {
    EarlyStopping accuracy = new EarlyStopping("val_accuracy");

    assertThat(run(accuracy, 0.5, 0.6, 0.7, 0.7).epoch()).isEqualTo(4);
    assertThat(run(accuracy.mode(Mode.MIN), 0.5, 0.6, 0.7).epoch()).isEqualTo(2);
    assertThat(run(STOPPING.mode(Mode.MAX), 0.5, 0.6, 0.7).stopped).isNull();
  }

  @Test
  void patienceStartsAnewOnlyBelowTheBaseline() {
    assertThat(run(STOPPING.patience(3).baseline(1), 5, 4, 3, 3, 1).epoch()).isEqualTo(4);
    assertThat(run(STOPPING.patience(3).baseline(1), 5, 4, 0.5, 3, 3, 3).epoch()).isEqualTo(6);
  }

  @Test
  void epochsBeforeTheStartAreNotLookedAt() {
    assertThat(run(STOPPING.startFromEpoch(3), 1, 2, 3, 9, 8, 8).epoch()).isEqualTo(6);
  }

  @Test
  void theBestWeightsComeBackAlsoAtTheEndOfAllEpochs() {
    EarlyStopping restoring = STOPPING.patience(2).restoreBestWeights(true);

    assertThat(run(restoring, 5, 3, 4, 6, 2).restored).isEqualTo(2);
    assertThat(run(restoring, 5, 3, 4).restored).isEqualTo(2);
    assertThat(run(restoring, 5, 4, 3).restored).isEqualTo(3);
  }

  @Test
  void aResumedTrainingRemembersTheEpochsBefore() {
    EarlyStopping patient = STOPPING.patience(2);
    double[] values = {5, 3, 4, 6, 2};

    for (int before = 0; before <= 4; before++) {
      assertThat(new Scripted("val_loss", values).after(before).run(patient).epoch()).isEqualTo(4);
    }
  }

  @Test
  void aValueThatIsNotMeasuredIsRefusedAtOnce() {
    assertThatThrownBy(() -> new Scripted("loss", 1, 2).run(STOPPING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "EarlyStopping monitors \"val_loss\", which is not measured; expected one of [loss]."
                + " Give validation data, or monitor another.");
  }

  @Test
  void numbersAreChecked() {
    assertThatThrownBy(() -> STOPPING.patience(-1)).hasMessageStartingWith("patience is -1;");
    assertThatThrownBy(() -> STOPPING.minDelta(-1)).hasMessageStartingWith("minDelta is -1.0;");
    assertThatThrownBy(() -> STOPPING.startFromEpoch(-1)).hasMessageContaining("0 or more");
  }
}
