package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.resnet.Main;
import org.junit.jupiter.api.Test;

class ResNetTest {
  @Test
  void readsDigits() throws Exception {
    if (Data.present()) {
      Run run = Run.here(Main::main, "--samples", "2000");
      assertThat(run.number("test_accuracy")).isBetween(0.6, 1.0);
    } else {
      Data.assertAsksFor("mnist/t10k-labels-idx1-ubyte.gz", Main.class);
    }
  }
}
