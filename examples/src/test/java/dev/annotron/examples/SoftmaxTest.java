package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.softmax.Main;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  @Test
  void tellsTheKindsApart() {
    assertThat(Run.here(Main::main).number("test_accuracy")).isBetween(0.9, 1.0);
  }
}
