package dev.annotron.processor.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.CompilerOptions;
import dev.annotron.processor.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated classes as they should look, for people to read in review. After a change that is
 * meant, {@code -Dannotron.update=true} writes them anew.
 */
final class GeneratedSourcesTest {
  private static final Path EXPECTED = Path.of("src", "test", "resources", "expected");

  static Stream<ModelSpec> models() {
    return Stream.of(Examples.xor(), Examples.digits(), Examples.residual());
  }

  @ParameterizedTest
  @MethodSource("models")
  void generatedClassIsAsExpected(ModelSpec model) throws IOException {
    String text = Workshop.source(model, CompilerOptions.DEFAULTS);
    Path file = EXPECTED.resolve(model.className() + ".java");
    if (Boolean.getBoolean("annotron.update")) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
