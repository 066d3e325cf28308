package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The processor in Eclipse's compiler: the same classes, and the same mistakes at their lines. */
class EclipseCompilerTest {
  /** One needs a class path of its own, the other is about what javac says itself. */
  private static final Set<String> OF_JAVAC = Set.of("RuntimeMissing.java", "Unresolved.java");

  /** Told without a line: this compiler knows no places of type parameters. */
  private static final Set<String> PLACELESS = Set.of("GENERIC_INTERFACE");

  private static final Pattern LINE = Pattern.compile("\\(at line (\\d+)\\)");
  private static final int LONGEST_ANNOTATION = 3;

  @TempDir private Path output;

  private record Said(boolean success, String text) {}

  static Stream<Path> goodSources() throws IOException {
    return Files.list(Path.of("src/test/resources/good")).sorted();
  }

  static Stream<Path> badSources() {
    return Marks.badSources().filter(file -> !OF_JAVAC.contains(file.getFileName().toString()));
  }

  @ParameterizedTest
  @MethodSource("goodSources")
  void compilesWhatJavacCompiles(Path file) {
    Said said = compile(file, List.of());
    assertThat(said.text()).doesNotContain("ERROR", "[ANNOTRON-");
    assertThat(said.success()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("badSources")
  void reportsEachMistakeAtItsLine(Path file) {
    String source = Marks.read(file);
    Said said = compile(file, Marks.optionsIn(source));
    List<String> problems = List.of(said.text().split("-{10}\\R"));
    for (Marks.Mark mark : Marks.in(source)) {
      String code = "[ANNOTRON-" + mark.code().replace('_', '-') + "]";
      assertThat(problems)
          .as(mark.toString())
          .anyMatch(
              problem ->
                  problem.contains(code)
                      && problem.contains(mark.words())
                      && (isAt(mark.line(), problem) || PLACELESS.contains(mark.code())));
    }
    assertThat(said.text()).doesNotContain("ANNOTRON-INTERNAL");
  }

  /**
   * Whether a problem is told at a line, or at the beginning of the annotation that ends there: the
   * values of a list have no places of their own in this compiler. A negative line is no place.
   */
  private static boolean isAt(long line, String problem) {
    Matcher found = LINE.matcher(problem);
    if (!found.find()) {
      return line < 0;
    }
    long said = Long.parseLong(found.group(1));
    return said <= line && said >= line - LONGEST_ANNOTATION;
  }

  private Said compile(Path file, List<String> options) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "-25",
                    "-proceedOnError",
                    "-cp",
                    classPath,
                    "-processorpath",
                    classPath,
                    "-processor",
                    AnnotronProcessor.class.getName(),
                    "-d",
                    output.toString(),
                    "-s",
                    output.toString(),
                    file.toString()),
                options.stream())
            .toList();
    boolean success = BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
    return new Said(success, text.toString());
  }
}
