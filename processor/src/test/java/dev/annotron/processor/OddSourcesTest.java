package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the source, no exception leaves the processor, and none happens inside. */
class OddSourcesTest {
  @TempDir private Path output;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Network enum Odd { A { } }",
        "@Network record Odd(Tensor bits) { }",
        "@Network @interface Odd { }",
        "@Network sealed interface Odd permits Odd.A { final class A implements Odd { } }",
        "@Network class Odd { class Inner { @Network interface Deep { } } }",
        "@Network interface Odd extends Odd { }",
        "@Network interface Odd<T extends Odd<T>> { @Input(1) <S> T x(S... s) throws Exception; }",
        "@Network interface Odd { @Network Tensor x(); }",
        "@Network @Network interface Odd { @Input(1) @Input(1) Tensor x(); }",
        "@Network(name = null, seed = 1.5) interface Odd { }",
        "@Network(name = \"a.b\") interface Odd { @Input(1) Tensor x(); }",
        "@Network(name = \"Odd\") interface Odd { @Input(1) Tensor x(); }",
        "@Network(name = \"\\u0000\") interface Odd { @Input(1) Tensor x(); }",
        "@Network @Train interface Odd { @Dense Tensor x(Tensor x, Tensor x); }",
        "@Network @Train(loss = null) interface Odd { @Input Tensor x(); }",
        "@Network @Train(loss = Loss.X, data = int.class) interface Odd { @Input({}) void x(); }",
        "@Network @Train(loss = Loss.MEAN_SQUARED_ERROR, data = Odd[].class) interface Odd { }",
        MODEL + "{ @Input({}) Tensor x(); @Dense(units = Integer.MIN_VALUE) Tensor y(); }",
        MODEL + "{ @Input(Integer.MAX_VALUE) Tensor x(); @Dense(units = 1) Tensor y(); }",
        MODEL + "{ @Input({65536, 65536}) Tensor x(); @Flatten Tensor y(); }",
        MODEL + "{ @Input(1) Tensor x(); @Add Tensor y(Tensor x, Tensor x); }",
        MODEL + "{ @Input(1) Tensor x(); @Dense(units = \"1\") Tensor y(); }",
        MODEL + "{ @Input(1) Tensor x(); @Dense(units = 1 / 0) Tensor y(); }",
        MODEL + "{ @Input(1) Tensor x(); @Concatenate(axis = -7) Tensor y(Tensor x, Tensor x); }",
        MODEL + "{ @Input(1) Tensor toString(); @Dense(units = 1) Tensor hashCode(); }",
        MODEL + "{ @Input(1) Tensor x(); @Dense(units = 1) Tensor y() { return null; } }",
        MODEL + "{ @Input(1) Tensor __(); @Dense(units = 1) Tensor $(); }",
        MODEL + "{ @Input(1) Tensor x(); @Dense(units = 1) private Tensor y() { return null; } }",
        MODEL + "{ @Input(1) Tensor x(); @Init(Initializer.ONES) Tensor y(); }",
        MODEL + "{ @Input(1) @Dense(units = 1) Tensor x(); Missing y(); ",
      })
  void nothingFailsInside(String source) {
    String text = "package model; import dev.annotron.*; " + source;
    var result = new TestCompiler(output).compile(TestCompiler.source("model.Odd", text));

    assertThat(result.diagnostics())
        .extracting(found -> found.getMessage(Locale.ROOT))
        .noneMatch(message -> message.contains("ANNOTRON-INTERNAL"));
    assertThat(result.diagnostics())
        .as("generated code")
        .noneMatch(
            found ->
                found.getSource() != null && !found.getSource().getName().endsWith("/Odd.java"));
  }

  private static final String MODEL =
      "@Network @Train(loss = Loss.MEAN_SQUARED_ERROR) interface Odd ";
}
