package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.resume.Main;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  @Test
  void cutOffAndResumedTheBitsAreTheSame(@TempDir Path out) {
    Run run = Run.here(Main::main, "--out", out.toString());

    assertThat(run.result()).containsEntry("same_bits", "true").containsEntry("epochs", "12");
    assertThat(run.number("cut_off_in_epoch")).isEqualTo(7);
    assertThat(run.number("test_accuracy")).isGreaterThan(0.5);
    assertThat(out.resolve("resume.safetensors")).exists();
  }
}
