package dev.annotron.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void areReadFromTheCommandLine() {
    Options options =
        Options.parse(
            new String[] {
              "--epochs", "7", "--samples", "50", "--runs", "3",
              "--verbose", "2", "--data", "here", "--out", "there"
            },
            "elsewhere");
    assertThat(options)
        .isEqualTo(new Options(7, 50, 3, Path.of("here"), Path.of("there"), 2, false));
    assertThat(options.fit().epochs()).isEqualTo(7);
    assertThat(options.fit().verbose()).isEqualTo(2);
  }

  @Test
  void takeTheDirectoryFromTheEnvironment() {
    assertThat(Options.parse(new String[0], "there").data()).isEqualTo(Path.of("there"));
    assertThat(Options.parse(new String[0], "").data()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "--epoch 3,unknown option --epoch",
    "--epochs,no value after --epochs",
    "--epochs 0,expected a whole number of at least 1",
    "--epochs many,--epochs is \"many\"",
    "--samples 0,expected a whole number of at least 1",
    "--verbose 3,expected a whole number 0 to 2"
  })
  void thatAreWrongAreNamed(String line, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Options.parse(line.split(" "), null))
        .withMessageContaining(message);
  }

  @Test
  void nameTheFileThatCannotBeWritten(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    Options options = Options.parse(new String[] {"--out", file.toString()}, null);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> options.write("picture.png", picture -> {}))
        .withMessageContaining(file.resolve("picture.png") + " cannot be written")
        .withMessageContaining("--out DIR");
  }

  @Test
  void nameTheFileThatIsMissing(@TempDir Path empty) {
    Options options = Options.parse(new String[] {"--data", empty.toString()}, null);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> options.files("the makers", "a/b.csv"))
        .withMessageContaining("there is no file " + empty.resolve("a/b.csv"))
        .withMessageContaining("the makers");
  }

  @Test
  void thatAreUnknownEndTheProcessWithTwo() throws Exception {
    Run run = Run.process(dev.annotron.examples.xor.Main.class, "--bogus");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("xor: unknown option --bogus").doesNotContain("\tat ");
  }

  @Test
  void areExplainedOnRequest() {
    assertThat(Run.here(dev.annotron.examples.xor.Main::main, "--help").out())
        .contains("Usage: examples/run xor [options]", "--epochs N", "--data DIR");
  }
}
