package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.TestCompiler.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds, modules, other processors and odd names ask of a processor. */
class CitizenshipTest {
  private static final String NETWORK =
      """
      package %s;

      import dev.annotron.*;

      @Network @Train(loss = Loss.BINARY_CROSSENTROPY)
      public interface %s {
        @Input(2) Tensor bits();
        @Dense(units = 1, activation = Activation.SIGMOID) Tensor answer();
      }
      """;

  @TempDir private Path output;

  private static JavaFileObject network(String packageName, String name) {
    return TestCompiler.source(packageName + "." + name, NETWORK.formatted(packageName, name));
  }

  @Test
  void compilesAnInterfaceThatAnotherProcessorMakes() {
    Result result =
        new TestCompiler(output)
            .with(new GeneratorBeside("model.Made", NETWORK.formatted("model", "Made")))
            .compile(Sources.network("Xor"));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(output.resolve("model/MadeNet.class")).exists();
    assertThat(output.resolve("model/XorNet.class")).exists();
  }

  @Test
  void keepsNetworksOfOneNameInTwoPackagesApart() {
    Result result = new TestCompiler(output).compile(network("one", "Xor"), network("two", "Xor"));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.file("one/XorNet.java")).startsWith("package one;");
    assertThat(result.file("two/XorNet.java")).startsWith("package two;");
  }

  @Test
  void takesAnyNameThatJavaTakes() {
    String source =
        """
        package model;

        import dev.annotron.*;

        @Network @Train(loss = Loss.MEAN_SQUARED_ERROR)
        public interface Größe$2 {
          @Input(2) Tensor größe();
          @Dense(units = 2, activation = Activation.RELU) Tensor $();
          @Dense(units = 2, activation = Activation.RELU) Tensor $_();
          @Dense(units = 2, activation = Activation.RELU) Tensor record();
          @Dense(units = 2, activation = Activation.RELU) Tensor yield();
          @Dense(units = 2, activation = Activation.RELU) Tensor var();
          @Dense(units = 2, activation = Activation.RELU) Tensor int_();
          @Dense(units = 2, activation = Activation.RELU) Tensor INT();
          @Dense(units = 2, activation = Activation.RELU) Tensor 数();
          @Dense(units = 2, activation = Activation.RELU) Tensor weights();
          @Dense(units = 2, activation = Activation.RELU) Tensor rows();
          @Dense(units = 2, activation = Activation.RELU) Tensor predict();
          @Dense(units = 1) Tensor Model();
        }
        """;
    Result result =
        new TestCompiler(output)
            .option("-Xlint:all")
            .compile(TestCompiler.source("model.Größe$2", source));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(output.resolve("model/Größe$2Net.class")).exists();
  }

  @Test
  void marksItsOutputWhereTheModuleSeesTheMark() {
    JavaFileObject module =
        TestCompiler.source(
            "module-info",
            "module m { requires dev.annotron; requires dev.annotron.runtime; requires java.compiler; }");
    Result result = new TestCompiler(output).onModulePath().compile(module, Sources.network("Xor"));

    assertThat(result.messages(Kind.ERROR)).isEmpty();
    assertThat(result.file("model/XorNet.java")).contains("@Generated");
  }

  /**
   * Gradle's isolating processors: it remakes a file if the one type changes that it is made of.
   */
  @Test
  void makesEachFileOfOneInterface() {
    RecordingProcessor processor = new RecordingProcessor();
    Result result =
        new TestCompiler(output)
            .processor(processor)
            .option("-Aannotron.dump=file")
            .option("-Aannotron.report")
            .compile(network("one", "Xor"), network("two", "Other"));

    assertThat(result.success()).isTrue();
    assertThat(processor.made())
        .extracting(RecordingProcessor.Made::what)
        .containsExactly(
            "createSourceFile",
            "createResource",
            "createResource",
            "createSourceFile",
            "createResource",
            "createResource");
    assertThat(processor.made())
        .extracting(RecordingProcessor.Made::origins)
        .containsOnly(List.of("one.Xor"), List.of("two.Other"));
  }

  /** What an incremental build does: only what has changed is compiled again. */
  @Test
  void aChangedNetworkIsRemadeAlone() throws Exception {
    new TestCompiler(output).compile(network("one", "Xor"), network("one", "Other"));
    Path other = output.resolve("one/OtherNet.java");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(other, longAgo);
    Files.setLastModifiedTime(output.resolve("one/XorNet.java"), longAgo);

    Result result = new TestCompiler(output).again().compile(network("one", "Xor"));

    assertThat(result.diagnostics()).isEmpty();
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(longAgo);
    assertThat(Files.getLastModifiedTime(output.resolve("one/XorNet.java"))).isNotEqualTo(longAgo);
  }

  @Test
  void isFoundOnTheProcessorPath() throws Exception {
    Path source = Files.writeString(output.resolve("Xor.java"), NETWORK.formatted("model", "Xor"));
    String classPath = System.getProperty("java.class.path");

    assertThat(javac("-proc:full", "-processorpath", classPath, source.toString())).isEmpty();
    assertThat(output.resolve("model/XorNet.class")).exists();
  }

  @Test
  void isFoundOnTheClassPathIfAskedFor() throws Exception {
    Path source = Files.writeString(output.resolve("Xor.java"), NETWORK.formatted("model", "Xor"));

    assertThat(javac("-proc:full", source.toString())).isEmpty();
    assertThat(output.resolve("model/XorNet.class")).exists();
  }

  /** Runs javac as from a command line; gives what it says. */
  private String javac(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", output.toString()));
    ToolProvider.findFirst("javac").orElseThrow().run(out, out, all.toArray(String[]::new));
    return said.toString();
  }
}
