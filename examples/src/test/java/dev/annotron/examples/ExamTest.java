package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.exam.Main;
import org.junit.jupiter.api.Test;

class ExamTest {
  @Test
  void needsTheHiddenLayerForTheSeventhExam() {
    Run run = Run.here(Main::main);
    assertThat(run.number("line_right_of_6")).isEqualTo(6);
    assertThat(run.number("line_right_of_7")).isLessThan(7);
    assertThat(run.number("hidden_right_of_7")).isEqualTo(7);
  }
}
