package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.processor.Marks.Mark;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Severity;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue, its bad examples and its page belong together. */
class CatalogueTest {
  /** What no source alone brings about; {@link ProcessorTest} does. */
  private static final Set<Code> WITHOUT_SOURCE =
      EnumSet.of(Code.OUTPUT, Code.FORMATTER, Code.INTERNAL);

  private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");

  @Test
  void everyCodeHasABadSource() {
    Set<String> shown =
        Marks.badSources()
            .flatMap(file -> Marks.in(Marks.read(file)).stream())
            .map(Mark::code)
            .collect(Collectors.toSet());

    assertThat(EnumSet.complementOf(EnumSet.copyOf(WITHOUT_SOURCE)))
        .extracting(Code::name)
        .allMatch(shown::contains);
  }

  @Test
  void whatNoSourceBringsAboutATestDoes() {
    String tests = Marks.read(Path.of("src/test/java/dev/annotron/processor/ProcessorTest.java"));

    assertThat(WITHOUT_SOURCE).extracting(Code::id).allMatch(tests::contains);
  }

  @Test
  void thereAreManyMistakesToMake() {
    assertThat(EnumSet.complementOf(EnumSet.copyOf(WITHOUT_SOURCE)))
        .filteredOn(code -> code.severity() != Severity.NOTE)
        .hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeIsOnThePageWithItsSummary(Code code) {
    List<String> lines = Marks.read(PAGE).lines().toList();
    int heading = lines.indexOf("### " + code.id());

    assertThat(heading).as(code.id()).isNotNegative();
    assertThat(lines.get(heading + 2)).startsWithIgnoringCase(code.summary());
  }

  @ParameterizedTest
  @EnumSource
  void thePageSaysWhatIsNoError(Code code) {
    List<String> lines = Marks.read(PAGE).lines().toList();
    String summary = lines.get(lines.indexOf("### " + code.id()) + 2);

    assertThat(summary.endsWith(" (a warning).")).isEqualTo(code.severity() == Severity.WARNING);
    assertThat(summary.endsWith(" (a note).")).isEqualTo(code.severity() == Severity.NOTE);
  }

  @Test
  void thePageHasNoOtherCode() {
    List<String> headings =
        Marks.read(PAGE).lines().filter(line -> line.startsWith("### ")).toList();

    assertThat(headings).hasSize(Code.values().length);
  }

  @Test
  void aCodeWithoutTemplateIsWordedWhereItIsFound() {
    assertThatThrownBy(() -> Code.SHAPE_RANK.message("digit"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ANNOTRON-SHAPE-RANK");
  }
}
