package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.gates.Main;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {
  private final Run run = Run.here(Main::main);

  @Test
  void learnsAndAndOr() {
    assertThat(run.result()).containsEntry("and_right", "4").containsEntry("or_right", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xor00", "xor01", "xor10", "xor11"})
  void staysUndecidedOnXor(String answer) {
    assertThat(run.number(answer)).isCloseTo(0.5, Offset.offset(0.05));
  }

  @Test
  void saysThatXorFailed() {
    assertThat(run.result()).containsEntry("xor_failed", "true");
    assertThat(run.out()).contains("XOR was not learned, as expected");
  }
}
