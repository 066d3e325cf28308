package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.Marks.Mark;
import dev.annotron.processor.TestCompiler.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each source in {@code bad} has the mistakes that it is marked with, and no other. */
class BadSourcesTest {
  @TempDir private Path output;

  static Stream<Path> badSources() {
    return Marks.badSources();
  }

  @ParameterizedTest
  @MethodSource("badSources")
  void eachMistakeIsReportedOnceAtItsPlace(Path file) {
    String source = Marks.read(file);
    List<Mark> marks = Marks.in(source);
    Result result = compile(file, source);

    List<Diagnostic<? extends JavaFileObject>> found = result.diagnostics();
    assertThat(marks).isNotEmpty();
    for (Mark mark : marks) {
      assertThat(found).as(mark.toString()).filteredOn(mark::fits).hasSize(1);
    }
    assertThat(found).hasSameSizeAs(marks);
    assertThat(result.success())
        .isEqualTo(marks.stream().allMatch(m -> List.of("WARNING", "NOTE").contains(m.kind())));
  }

  @Test
  void manyMistakesAreReportedInOneCompile() {
    assertThat(Marks.in(Marks.read(Path.of("src/test/resources/bad/Many.java"))))
        .hasSizeGreaterThanOrEqualTo(7);
    assertThat(Marks.in(Marks.read(Path.of("src/test/resources/bad/Chain.java"))))
        .hasSizeGreaterThanOrEqualTo(5);
  }

  /** Javac shows messages of one place as one, so that marks cannot count them. */
  @Test
  void whatTwoLayersReadIsToldOnce() {
    Path file = Path.of("src/test/resources/bad/LinearTwiceRead.java");

    assertThat(compile(file, Marks.read(file)).diagnostics())
        .singleElement()
        .asString()
        .containsOnlyOnce("[ANNOTRON-LINEAR-TWICE]");
  }

  private Result compile(Path file, String source) {
    TestCompiler compiler = new TestCompiler(output);
    Marks.optionsIn(source).forEach(compiler::option);
    if (source.startsWith("// CLASSPATH: without the runtime")) {
      compiler.withoutRuntime();
    }
    return compiler.compile(file);
  }
}
