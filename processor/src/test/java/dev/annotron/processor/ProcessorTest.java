package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.TestCompiler.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor among other sources, processors, options and modules. */
class ProcessorTest {
  private static final String DATA =
      """
      package model;

      public class Bits implements java.util.function.Supplier<dev.annotron.runtime.Dataset> {
        @Override public dev.annotron.runtime.Dataset get() { throw new AssertionError(); }
      }
      """;

  @TempDir private Path output;
  private TestCompiler compiler;

  @BeforeEach
  void setUp() {
    compiler = new TestCompiler(output);
  }

  @Test
  void waitsForTypesThatAnotherProcessorMakes() {
    compiler.with(new GeneratorBeside("model.Bits", DATA));
    Result result = compiler.compile(Sources.networkOn("Xor", "Bits"));

    assertThat(result.messages(Kind.ERROR)).isEmpty();
    assertThat(result.file("model/XorNet.java")).contains("new model.Bits()");
  }

  @Test
  void waitsForConstantsThatAnotherProcessorMakes() {
    compiler.with(
        new GeneratorBeside("model.Sizes", "package model; interface Sizes { int ONE = 1; }"));
    Result result = compiler.compile(Sources.networkOfUnits("Xor", "Sizes.ONE"));

    assertThat(result.messages(Kind.ERROR)).isEmpty();
    assertThat(output.resolve("model/XorNet.class")).exists();
  }

  @Test
  void aBadNetworkDoesNotHideTheNext() {
    Result result =
        compiler.compile(
            Sources.networkOfUnits("Bad", "0"),
            Sources.network("Xor"),
            Sources.networkOfUnits("Worse", "-1"));

    assertThat(result.messages(Kind.ERROR)).hasSize(2).allMatch(m -> m.contains("units of @Dense"));
    assertThat(result.file("model/XorNet.java")).doesNotContain("has errors");
  }

  @Test
  void usesOfABadNetworkAreNotReported() {
    Result result = compiler.compile(Sources.networkOfUnits("Xor", "0"), Sources.user());

    assertThat(result.messages(Kind.ERROR)).hasSize(1);
    assertThat(result.file("model/XorNet.java")).contains("has errors");
  }

  @Test
  void theStandInHasWhatTheRealClassHas() {
    compiler.option("-proc:none");
    Result real = compiler.compile(Sources.network("Xor"), Sources.user(), stub());

    assertThat(real.messages(Kind.ERROR)).isEmpty();
  }

  private static JavaFileObject stub() {
    String text = dev.annotron.processor.emit.StubEmitter.stub("model", "XorNet", true, true);
    return TestCompiler.source("model.XorNet", text);
  }

  @Test
  void twoNetworksCannotShareAClass() {
    Result result =
        compiler.compile(Sources.networkCalled("A", "Same"), Sources.networkCalled("B", "Same"));

    assertThat(result.messages(Kind.ERROR))
        .singleElement()
        .asString()
        .startsWith("[ANNOTRON-CLASS-NAME-TAKEN] B: the generated class would be model.Same");
  }

  @Test
  void aClassThatCannotBeWrittenIsReported() {
    compiler.with(new GeneratorBeside("model.XorNet", "package model; class XorNet {}"));
    Result result = compiler.compile(Sources.network("Xor"));

    assertThat(result.messages(Kind.ERROR))
        .singleElement()
        .asString()
        .startsWith("[ANNOTRON-OUTPUT] Xor: the generated files could not be written");
  }

  @Test
  void dumpsAsANote() {
    Result result = compiler.option("-Aannotron.dump=note").compile(Sources.network("Xor"));

    assertThat(result.messages(Kind.NOTE)).anyMatch(note -> note.contains("answer/kernel"));
  }

  @Test
  void dumpsToAFileBesideTheClass() {
    Result result = compiler.option("-Aannotron.dump=file").compile(Sources.network("Xor"));

    assertThat(result.file("model/XorNet.dump.txt")).contains("answer/kernel");
    assertThat(result.messages(Kind.NOTE)).isEmpty();
  }

  @Test
  void saysOnceThatThereIsNoFormatter() {
    Result result =
        compiler
            .option("-Aannotron.format=auto")
            .compile(Sources.network("Xor"), Sources.network("Other"));

    assertThat(result.messages(Kind.NOTE))
        .singleElement()
        .asString()
        .startsWith("[ANNOTRON-FORMATTER]")
        .contains("google-java-format is not on the processor path");
    assertThat(output.resolve("model/OtherNet.class")).exists();
  }

  @Test
  void givesTheFormatterAJavacOfItsOwn() throws Exception {
    String name = "com.sun.tools.javac.util.Context";
    Class<?> loaded = new FormatterLoader(getClass().getClassLoader()).loadClass(name);

    assertThat(loaded.getModule().isNamed()).isFalse();
    assertThat(loaded.getConstructor().newInstance()).isNotNull();
  }

  @Test
  void tellsItsTimeIfAsked() {
    Result result = compiler.option("-Aannotron.verbose").compile(Sources.network("Xor"));

    assertThat(result.messages(Kind.NOTE))
        .satisfiesExactly(
            stages ->
                assertThat(stages)
                    .matches("Annotron: Xor [0-9.]+ ms: read .*, layers .*, plans .*, source .*"),
            all -> assertThat(all).startsWith("Annotron compiled 1 networks in"));
  }

  @Test
  void marksItsOutputAsGenerated() {
    Result result = compiler.compile(Sources.network("Xor"));

    assertThat(result.file("model/XorNet.java"))
        .contains("@Generated(\"dev.annotron.processor.AnnotronProcessor\")");
  }

  @Test
  void doesNotMarkItsOutputWhereTheModuleCannotSeeTheMark() {
    JavaFileObject module =
        TestCompiler.source(
            "module-info", "module m { requires dev.annotron; requires dev.annotron.runtime; }");
    Result result = compiler.onModulePath().compile(module, Sources.network("Xor"));

    assertThat(result.messages(Kind.ERROR)).isEmpty();
    assertThat(result.file("model/XorNet.java")).doesNotContain("@Generated");
  }

  @Test
  void saysWhichModuleIsNotRequired() {
    JavaFileObject module =
        TestCompiler.source("module-info", "module m { requires dev.annotron; }");
    Result result =
        compiler
            .onModulePath()
            .option("--add-modules=dev.annotron.runtime")
            .compile(module, Sources.network("Xor"));

    assertThat(result.messages(Kind.ERROR))
        .singleElement()
        .asString()
        .contains("[ANNOTRON-RUNTIME-MISSING]", "requires dev.annotron.runtime;");
  }

  @Test
  void isAnnouncedToJavacAndGradle() throws Exception {
    ClassLoader loader = AnnotronProcessor.class.getClassLoader();
    String name = AnnotronProcessor.class.getName();
    try (var services =
            loader.getResourceAsStream("META-INF/services/javax.annotation.processing.Processor");
        var gradle =
            loader.getResourceAsStream("META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(services.readAllBytes())).contains(name);
      assertThat(new String(gradle.readAllBytes()).strip()).isEqualTo(name + ",isolating");
    }
  }

  @Test
  void writesTheSameTextEachTime() throws Exception {
    Path first = Files.createDirectory(output.resolve("first"));
    Path second = Files.createDirectory(output.resolve("second"));
    String once = new TestCompiler(first).compile(Sources.network("Xor")).file("model/XorNet.java");
    String twice =
        new TestCompiler(second)
            .compile(Sources.network("Other"), Sources.network("Xor"))
            .file("model/XorNet.java");

    assertThat(once).isEqualTo(twice);
  }

  @Test
  void itsOwnOutputOfAnEarlierBuildIsNotInTheWay() {
    compiler.compile(Sources.network("Xor"));
    Result second = new TestCompiler(output).again().compile(Sources.network("Xor"));

    assertThat(second.diagnostics()).isEmpty();
  }

  @Test
  void aFailureOfOursIsAnErrorAtTheNetworkAndHidesNoOther() {
    Result result =
        compiler
            .processor(new FailingProcessor("Xor"))
            .compile(Sources.network("Xor"), Sources.network("Other"));

    assertThat(result.messages(Kind.ERROR))
        .singleElement()
        .asString()
        .startsWith("[ANNOTRON-INTERNAL] Xor: Annotron itself failed here")
        .contains("java.lang.IllegalStateException: made to fail at ");
    assertThat(output.resolve("model/OtherNet.java")).exists();
  }

  @Test
  void theTraceOfAFailureIsToldIfAsked() {
    Result result =
        compiler
            .option("-Aannotron.verbose=true")
            .processor(new FailingProcessor("Xor"))
            .compile(Sources.network("Xor"));

    assertThat(result.messages(Kind.NOTE)).anyMatch(note -> note.contains("\tat dev.annotron"));
  }
}
