package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.History;
import dev.annotron.runtime.kernel.Backend;
import dev.annotron.runtime.network.Architecture.Layer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Report report = Report.of(Made.summary(), Made.history());

  @Test
  void holdsWhatTheRunWas() {
    String html =
        report
            .data("training", Made.circles())
            .evaluation("test", Made.evaluation())
            .setting("batch size", 32)
            .seed(-7)
            .html();
    assertThat(html)
        .contains("42,310", "SPARSE_CATEGORICAL_CROSSENTROPY", "Adam(learningRate=0.001)")
        .contains("200 samples of 2 features", "0.9671", "<td>32</td>", "<td>-7</td>")
        .contains("<td>" + Runtime.getRuntime().availableProcessors() + "</td>")
        .contains(Svg.escape(Backend.describe()), System.getProperty("java.vm.version"));
  }

  @Test
  void isImmutable() {
    String before = report.html();
    report.seed(12345).setting("of", "another").data("more", Made.circles());
    assertThat(report.html()).isEqualTo(before);
  }

  /** Names are text, whatever they are. */
  @Test
  void escapesWhatItIsGiven() throws Exception {
    String html = report.setting("<script>alert(1)</script>", "a & \"b\" \u0001").html();
    assertThat(html).doesNotContain("<script");
    String xml = html.substring(html.indexOf("<html"));
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getElementsByTagName("svg")
                .getLength())
        .isEqualTo(2);
  }

  @Test
  void needsAnEpoch() {
    History none = new History(Map.of("loss", new double[0]), true);
    assertThatThrownBy(() -> Report.of(Made.summary(), none)).isInstanceOf(ReportException.class);
  }

  @Test
  void saysWhenTrainingWasInterrupted() {
    History history = new History(Map.of("loss", new double[] {1}), true);
    assertThat(Report.of(Made.summary(), history).html()).contains("was interrupted");
    assertThat(report.html()).doesNotContain("was interrupted");
  }

  /** Every layer stands below all it reads, and no two boxes of a row overlap. */
  @Test
  void theGraphGoesDownAndItsBoxesAreApart() {
    List<Layer> layers = Made.summary().layers();
    GraphLayout layout = GraphLayout.of(layers);
    for (int i = 0; i < layers.size(); i++) {
      for (String input : layers.get(i).inputs()) {
        for (int k = 0; k < i; k++) {
          if (layers.get(k).name().equals(input)) {
            assertThat(layout.layers().get(i).top()).isGreaterThan(layout.layers().get(k).bottom());
          }
        }
      }
    }
    GraphLayout fork = GraphLayout.of(fork());
    double apart = Math.abs(fork.layers().get(1).x() - fork.layers().get(2).x());
    assertThat(apart).isGreaterThan(GraphLayout.BOX_WIDTH);
    assertThat(fork.edges()).hasSize(4);
    // The connection from hidden to joined has a bend beside inner.
    assertThat(layout.edges()).hasSize(6);
  }

  private static List<Layer> fork() {
    return List.of(
        new Layer("x", "Input", List.of(2), List.of(), 0, 0, "-"),
        new Layer("a", "Dense", List.of(2), List.of("x"), 6, 8, "loop"),
        new Layer("b", "Dense", List.of(2), List.of("x"), 6, 8, "loop"),
        new Layer("c", "Add", List.of(2), List.of("a", "b"), 0, 2, "loop"));
  }
}
