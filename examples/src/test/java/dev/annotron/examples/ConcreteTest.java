package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.concrete.LayersMain;
import dev.annotron.examples.concrete.Main;
import org.junit.jupiter.api.Test;

class ConcreteTest {
  /** Guessing the mean of the training part is wrong by 13 MPa. */
  @Test
  void learnsTheStrengthInTenEpochs() throws Exception {
    if (Data.present()) {
      Run run = Run.here(Main::main, "--epochs", "10");
      assertThat(run.number("test_mae")).isBetween(2.0, 8.0);
    } else {
      Data.assertAsksFor("concrete/concrete.csv", Main.class);
    }
  }

  @Test
  void givesTheSameBitsWithActivationsAsLayers() throws Exception {
    if (Data.present()) {
      Run run = Run.here(LayersMain::main, "--epochs", "3");
      assertThat(run.result()).containsEntry("same_bits", "true");
    } else {
      Data.assertAsksFor("concrete/concrete.csv", LayersMain.class);
    }
  }

  @Test
  void asksForItsData() throws Exception {
    Data.assertAsksFor("Concrete Compressive Strength", LayersMain.class);
  }
}
