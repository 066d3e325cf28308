package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.cnn.Main;
import org.junit.jupiter.api.Test;

class CnnTest {
  @Test
  void readsDigits() throws Exception {
    if (Data.present()) {
      Run run = Run.here(Main::main, "--samples", "1000");
      assertThat(run.number("test_accuracy")).isBetween(0.75, 1.0);
    } else {
      Data.assertAsksFor("mnist/t10k-labels-idx1-ubyte.gz", Main.class);
    }
  }

  @Test
  void asksForItsData() throws Exception {
    Data.assertAsksFor("mnist/train-images-idx3-ubyte.gz", Main.class);
  }
}
