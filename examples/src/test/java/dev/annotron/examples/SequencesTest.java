package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples that read sequences, on less than all that they can have. */
class SequencesTest {
  @Test
  void lstmReadsDigitsRowByRow() throws Exception {
    if (Data.present()) {
      Run run = Run.here(dev.annotron.examples.lstm.Main::main, "--samples", "1000");
      assertThat(run.number("test_accuracy")).isBetween(0.35, 1.0);
    } else {
      Data.assertAsksFor("mnist/t10k-labels-idx1-ubyte.gz", dev.annotron.examples.lstm.Main.class);
    }
  }

  @Test
  void convLstmReadsDigitsRowByRow() throws Exception {
    if (Data.present()) {
      Run run = Run.here(dev.annotron.examples.convlstm.Main::main, "--samples", "2000");
      assertThat(run.number("test_accuracy")).isBetween(0.6, 1.0);
    } else {
      Data.assertAsksFor(
          "mnist/t10k-labels-idx1-ubyte.gz", dev.annotron.examples.convlstm.Main.class);
    }
  }

  @Test
  void gruKnowsMoreThanTheLastValue() {
    Run run = Run.here(dev.annotron.examples.gru.Main::main, "--epochs", "3");
    assertThat(run.number("test_mae")).isLessThan(0.5 * run.number("last_value_mae"));
  }

  @Test
  void transformerKnowsMoreThanPairsOfCharacters() {
    Run run = Run.here(dev.annotron.examples.transformer.Main::main, "--epochs", "1");
    assertThat(run.number("test_loss")).isLessThan(run.number("bigram_loss"));
  }
}
