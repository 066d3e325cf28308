package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.xor.Main;
import org.junit.jupiter.api.Test;

class XorTest {
  @Test
  void givesFourRightAnswers() {
    Run run = Run.here(Main::main);
    assertThat(run.number("p00")).isLessThan(0.2);
    assertThat(run.number("p01")).isGreaterThan(0.8);
    assertThat(run.number("p10")).isGreaterThan(0.8);
    assertThat(run.number("p11")).isLessThan(0.2);
    assertThat(run.number("seconds")).isPositive();
  }

  @Test
  void showsTheNetworkAndItsTraining() {
    assertThat(Run.here(Main::main, "--epochs", "3", "--verbose", "2").out())
        .contains("Network: Xor", "hidden (Dense)", "Epoch 1/3", "Epoch 3/3", "1 xor 0 = ");
  }
}
