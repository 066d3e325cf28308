package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.examples.mnistsgd.Main;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistSgdTest {
  @TempDir Path directory;

  @Test
  void drawsItsCurvesAndReports() throws Exception {
    if (Data.present()) {
      Run run = Run.here(Main::main, "--epochs", "2", "--out", directory.toString());
      assertThat(run.number("test_accuracy")).isBetween(0.85, 1.0);
      assertThat(directory.resolve("mnist-sgd-curves.png")).isNotEmptyFile();
      assertThat(directory.resolve("mnist-sgd-curves.svg")).content().contains(">train<", ">test<");
      assertThat(directory.resolve("mnist-sgd.html"))
          .content()
          .contains("MnistSgd", "Confusion matrix", "Mistakes", "hidden/kernel");
    } else {
      Data.assertAsksFor("mnist/t10k-labels-idx1-ubyte.gz", Main.class);
    }
  }
}
