package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.decisionboundary.Main;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionBoundaryTest {
  @Test
  void needsHiddenLayersForAnythingThatIsNoLine(@TempDir Path directory) {
    Run run = Run.here(Main::main, "--verbose", "0", "--out", directory.toString());
    assertThat(run.number("moons_hidden")).isGreaterThan(run.number("moons_line"));
    assertThat(run.number("moons_hidden")).isBetween(0.97, 1.0);
    assertThat(run.number("circles_line")).isLessThan(0.7);
    assertThat(run.number("circles_hidden")).isBetween(0.97, 1.0);
    assertThat(run.number("spirals_line")).isLessThan(0.8);
    assertThat(run.number("spirals_hidden")).isBetween(0.95, 1.0);
    for (String shape : new String[] {"moons", "circles", "spirals"}) {
      assertThat(directory.resolve(shape + "-line.png")).isNotEmptyFile();
      assertThat(directory.resolve(shape + "-hidden.png")).isNotEmptyFile();
    }
  }
}
