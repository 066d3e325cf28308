package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScriptTest {
  private static final Path SCRIPT = Path.of("run").toAbsolutePath();

  @Test
  void listsTheExamplesFromAnyDirectory(@TempDir Path elsewhere) throws Exception {
    Run run = Run.finish(new ProcessBuilder(SCRIPT.toString()).directory(elsewhere.toFile()));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "gates",
            "xor",
            "exam",
            "softmax",
            "mnist",
            "resnet",
            "conv-lstm",
            "resume",
            "concrete-activation-layers");
  }

  @Test
  void endsWithTwoForAnExampleThatDoesNotExist() throws Exception {
    Run run = Run.finish(new ProcessBuilder(SCRIPT.toString(), "nand"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("there is no example \"nand\"", "Usage: examples/run NAME");
    assertThat(run.out()).isEmpty();
  }
}
