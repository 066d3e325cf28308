package dev.annotron.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.processor.TestCompiler.Result;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.Diagnostic.Kind;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What {@code -Aannotron.report} shows. */
class ReportPageTest {
  private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr><td>(.*?)</td></tr>");

  @TempDir private Path output;

  private String page(String... options) {
    TestCompiler compiler = new TestCompiler(output).option("-Aannotron.report");
    List.of(options).forEach(compiler::option);
    Result result = compiler.compile(Path.of("src/test/resources/good/Functional.java"));
    assertThat(result.messages(Kind.ERROR)).isEmpty();
    return result.file("model/FunctionalNet.report.html");
  }

  @Test
  void drawsLayersAndMemory() throws Exception {
    List<String> pictures = SVG.matcher(page()).results().map(MatchResult::group).toList();

    // The layers, and the memory of prediction and training; evaluation is a part of training.
    assertThat(pictures).hasSize(3);
    for (String picture : pictures) {
      Document svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(picture)));
      assertThat(svg.getElementsByTagName("rect").getLength()).isPositive();
    }
    assertThat(pictures.getFirst().split("<rect", -1)).hasSize(9 + 1);
    assertThat(pictures.getFirst()).contains(">both</text>", ">Concatenate [2,7]</text>");
  }

  @Test
  void hasTheGraphForMermaid() {
    assertThat(page())
        .contains("flowchart TD")
        .contains("l0[\"left&lt;br/&gt;Input [2,3]\"]")
        .contains("l0 --&gt; l2\n  l1 --&gt; l2");
  }

  @Test
  void saysHowEachOperationIsComputedAndWhy() {
    List<String> rows = ROW.matcher(page()).results().map(row -> row.group(1)).toList();

    assertThat(rows).allMatch(row -> row.split("</td><td>", -1).length == 7);
    assertThat(rows)
        .anyMatch(row -> row.contains("unrolled</td><td>") && row.endsWith("at most 64"))
        .anyMatch(row -> row.contains("free</td><td>the same memory in another shape"))
        .anyMatch(row -> row.startsWith("classes (backward)") || row.startsWith("loss"));
    assertThat(page("-Aannotron.compute=native"))
        .contains("asked for with -Aannotron.compute=native");
  }

  @Test
  void isTheSameEachTime() {
    assertThat(page()).isEqualTo(page());
  }
}
