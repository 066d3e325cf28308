package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.softmax.CrossValidationMain;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void crossValidationJudgesByEveryPlant() {
    Run run = Run.here(CrossValidationMain::main);
    assertThat(run.number("mean_accuracy")).isBetween(0.85, 1.0);
    assertThat(run.number("folds")).isEqualTo(10);
    assertThat(run.out()).contains("val_accuracy", "learningRate  batchSize");
  }

  @Test
  void networksAreBetterTogether() {
    Run run = Run.here(dev.annotron.examples.ensemble.Main::main);
    double alone = run.number("alone");
    assertThat(run.number("vote")).isGreaterThan(alone);
    assertThat(run.number("mean")).isGreaterThan(alone);
    assertThat(run.number("max")).isGreaterThan(alone);
  }

  @Test
  void augmentationTeachesWhatFewSamplesDoNot() {
    Run run = Run.here(dev.annotron.examples.augmentation.Main::main);
    assertThat(run.number("augmented_accuracy")).isGreaterThan(run.number("plain_accuracy") + 0.05);
  }

  @Test
  void everyCureMakesTheGapSmaller() throws Exception {
    if (Data.present()) {
      Run run = Run.here(dev.annotron.examples.overfitting.Main::main);
      assertThat(run.number("smaller")).isEqualTo(run.number("cures"));
      assertThat(run.number("largest_gap_cured")).isLessThan(run.number("gap"));
    } else {
      Data.assertAsksFor(
          "mnist/train-images-idx3-ubyte.gz", dev.annotron.examples.overfitting.Main.class);
    }
  }
}
