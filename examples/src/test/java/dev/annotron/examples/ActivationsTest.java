package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.activations.Main;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationsTest {
  @Test
  void drawsEveryActivation(@TempDir Path directory) throws Exception {
    Run run = Run.here(Main::main, "--out", directory.resolve("new").toString());
    assertThat(run.number("functions")).isGreaterThanOrEqualTo(17);
    Path png = directory.resolve("new/activations.png");
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(2 * (int) run.number("width"));
    assertThat(directory.resolve("new/activations.svg")).content().contains("softplus", "</svg>");
  }
}
