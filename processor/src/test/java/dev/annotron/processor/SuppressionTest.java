package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.annotron.processor.TestCompiler.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings that the user switched off, for a layer or for the network. */
class SuppressionTest {
  private static final String SOURCE =
      """
      package model;

      import dev.annotron.*;

      @Network @Train(loss = Loss.MEAN_SQUARED_ERROR)
      %s
      public interface Regression {
        @Input(2) Tensor recipe();

        %s
        @Dense(units = 1, activation = Activation.RELU) Tensor strength();
      }
      """;

  @TempDir private Path output;

  @ParameterizedTest
  @CsvSource({
    "'','',1",
    "'','@SuppressWarnings(\"annotron:RELU-REGRESSION\")',0",
    "'@SuppressWarnings({\"unused\", \"annotron:RELU-REGRESSION\"})','',0",
    "'','@SuppressWarnings(\"annotron\")',0",
    "'@SuppressWarnings(\"annotron:LINEAR-TWICE\")','@SuppressWarnings(\"unused\")',1"
  })
  void silencesWhatItNames(String onNetwork, String onLayer, int warnings) {
    Result result =
        new TestCompiler(output)
            .compile(
                JavaFileObjects.forSourceString(
                    "model.Regression", SOURCE.formatted(onNetwork, onLayer)));

    assertThat(result.success()).isTrue();
    assertThat(result.diagnostics()).hasSize(warnings);
  }
}
