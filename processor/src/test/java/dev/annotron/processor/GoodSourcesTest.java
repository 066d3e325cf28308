package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.TestCompiler.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each source in {@code good} compiles, with its generated class, without a word from javac. */
class GoodSourcesTest {
  @TempDir private Path output;

  static List<Path> goodSources() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "good"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goodSources")
  void compiles(Path file) {
    Result result = new TestCompiler(output).option("-Xlint:all").compile(file);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.success()).isTrue();
  }
}
