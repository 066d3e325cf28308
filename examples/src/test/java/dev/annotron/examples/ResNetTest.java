package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.resnet.Main;
import org.junit.jupiter.api.Test;

class ResNetTest {
  @Test
  void readsDigitsAfterAnEpoch() throws Exception {
    if (Data.present()) {
      Run run = Run.here(Main::main, "--epochs", "1");
      assertThat(run.number("test_accuracy")).isBetween(0.95, 1.0);
    } else {
      Data.assertAsksFor("mnist/t10k-labels-idx1-ubyte.gz", Main.class);
    }
  }
}
