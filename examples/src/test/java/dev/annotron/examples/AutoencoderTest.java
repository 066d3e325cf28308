package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.autoencoder.Main;
import org.junit.jupiter.api.Test;

class AutoencoderTest {
  @Test
  void showsMoreThanTheMeanPicture() throws Exception {
    if (Data.present()) {
      Run run = Run.here(Main::main, "--samples", "10000");
      assertThat(run.number("test_error")).isLessThan(0.7 * run.number("mean_picture_error"));
    } else {
      Data.assertAsksFor("mnist/t10k-labels-idx1-ubyte.gz", Main.class);
    }
  }
}
