package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annotron.runtime.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {
  @Test
  void haveAPanelForEachValueAndItsValidation() {
    String svg = Curves.of(Made.history()).svg();
    assertThat(svg).contains(">loss<", ">accuracy<", ">training<", ">validation<", ">0.1882<");
    assertThat(svg).doesNotContain("val loss");
  }

  @Test
  void haveAPanelForWhatOnlyValidationMeasured() {
    Map<String, double[]> values = new LinkedHashMap<>();
    values.put("loss", new double[] {1, 2});
    values.put("val_recall", new double[] {0.5, 0.75});
    assertThat(Curves.of(new History(values, false)).svg()).contains(">val recall<", ">0.7500<");
  }

  /** They would lie on the names of the curves, which the first panel has. */
  @Test
  void longTitlesStandAlone() {
    double[] two = {1, 2};
    Map<String, double[]> values = new LinkedHashMap<>();
    for (String name : List.of("loss", "root_mean_squared_error", "auc")) {
      values.put(name, two);
      values.put("val_" + name, two);
    }
    String[] panels = Curves.of(new History(values, false)).svg().split(">root mean|>auc<", -1);
    assertThat(panels[0]).contains(">validation<");
    assertThat(panels[1]).doesNotContain(">validation<");
    assertThat(panels[2]).contains(">validation<");
  }

  @Test
  void leaveGapsWhereValuesAreNotFinite() {
    double[] loss = {1, Double.NaN, 2, 3, Double.POSITIVE_INFINITY};
    History history = new History(Map.of("loss", loss), false);
    String svg = Curves.of(history).svg();
    assertThat(svg).doesNotContain("NaN", "Infinity");
    assertThat(paths(svg)).isEqualTo("MML");
  }

  @Test
  void areDrawnOfOneEpochAndOfConstantValues() {
    History one = new History(Map.of("loss", new double[] {0.25}), false);
    History constant = new History(Map.of("loss", new double[] {0, 0, 0}), false);
    assertThat(Curves.of(one).svg()).contains(">0.2500<");
    assertThat(Curves.of(constant).svg()).contains(">0.0000<").doesNotContain("NaN");
  }

  @Test
  void needAnEpoch() {
    History none = new History(Map.of("loss", new double[0]), true);
    assertThatThrownBy(() -> Curves.of(none))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "the history has no epoch; expected at least one. Train for one epoch or more.");
  }

  /** Marks enclose what they are made for, and are round numbers. */
  @Test
  void marksAreRoundAndEnclose() {
    Ticks ticks = Ticks.around(0.13, 0.947, 5);
    assertThat(ticks.at(0)).isLessThanOrEqualTo(0.13);
    assertThat(ticks.last()).isGreaterThanOrEqualTo(0.947);
    assertThat(labels(ticks)).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(Ticks.within(1, 10, 6, 1))).containsExactly("2", "4", "6", "8", "10");
    assertThat(labels(Ticks.within(1, 3, 6, 1))).containsExactly("1", "2", "3");
    assertThat(labels(Ticks.within(-4, 4, 4, 2))).containsExactly("−4", "−2", "0", "2", "4");
    assertThat(Ticks.around(2e9, 9e9, 4).label(1)).isEqualTo("4.0E9");
  }

  @Test
  void labelsThatWouldOverlapAreMovedApart() {
    List<Double> places = Plot.apart(List.of(50.0, 52.0, 90.0), 13);
    assertThat(places.get(1) - places.get(0)).isEqualTo(13);
    assertThat(places.get(2)).isEqualTo(90);
  }

  private static List<String> labels(Ticks ticks) {
    return IntStream.range(0, ticks.count()).mapToObj(ticks::label).toList();
  }

  /** The commands of the first wide line: M begins one, L goes on. */
  private static String paths(String svg) {
    String line = svg.split("<path d=\"")[2];
    return line.substring(0, line.indexOf('"')).replaceAll("[^ML]", "");
  }
}
