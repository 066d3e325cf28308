package dev.annotron.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final double[] WIDTHS = {1, 10, 100};

  @Test
  void powersAreStraightLines() {
    double[] squares = {0.5, 50, 5000};
    String svg = picture(new Scaling.Line("squares", WIDTHS, squares)).svg();
    Matcher path =
        Pattern.compile("d=\"M([\\d.]+) ([\\d.]+)L(\\S+) (\\S+?)L(\\S+) ([\\d.]+)\"").matcher(svg);
    assertThat(path.find()).isTrue();
    double[] at = new double[6];
    for (int i = 0; i < at.length; i++) {
      at[i] = Double.parseDouble(path.group(i + 1));
    }
    assertThat(at[2] - at[0]).isCloseTo(at[4] - at[2], offset(0.1));
    assertThat(at[1] - at[3]).isCloseTo(at[3] - at[5], offset(0.1));
    assertThat(svg).contains(">0.1<", ">1<", ">10000<", ">100<", ">squares<", ">width<", ">µs<");
  }

  @Test
  void hasALineForEachSeries() {
    double[] linear = {1, 10, 100};
    String svg =
        picture(
                new Scaling.Line("one thread", WIDTHS, linear),
                new Scaling.Line("two threads", WIDTHS, linear))
            .svg();
    assertThat(svg).contains(">one thread<", ">two threads<");
    assertThat(svg.split("<circle", -1)).hasSize(7);
  }

  @Test
  void isDrawnOfOnePoint() {
    double[] one = {1};
    assertThat(picture(new Scaling.Line("point", one, one)).svg())
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void refusesWhatHasNoLogarithm() {
    double[] zeros = {0, 1, 2};
    assertThatThrownBy(() -> picture(new Scaling.Line("times", WIDTHS, zeros)))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "times has a point at 0.0; expected numbers above 0, as the axes are logarithmic."
                + " Leave the point out.");
  }

  @Test
  void refusesPointsWithoutOneOfTheirNumbers() {
    assertThatThrownBy(() -> picture(new Scaling.Line("times", WIDTHS, new double[] {1, 2})))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("times has 3 and 2 numbers");
    assertThatThrownBy(() -> picture()).isInstanceOf(ReportException.class);
  }

  private static Picture picture(Scaling.Line... lines) {
    return Scaling.of("Step time", "width", "µs", List.of(lines));
  }
}
