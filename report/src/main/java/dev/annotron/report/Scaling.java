package dev.annotron.report;

import java.util.Arrays;
import java.util.List;

/**
 * How a value grows with another: lines over two logarithmic axes, on which a power is a straight
 * line and its slope the exponent.
 */
public final class Scaling {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 340;
  private static final double TOP = 62;
  private static final double BOTTOM = 50;
  private static final double LEFT = 66;
  private static final double RIGHT = 24;

  /** The least distance of two marks, so that both can be read. */
  private static final double MARK_WIDTH = 34;

  private Scaling() {}

  /**
   * A line through points.
   *
   * @param name what the legend calls it
   * @param xs above 0, in ascending order
   * @param ys above 0, as many
   */
  public record Line(String name, double[] xs, double[] ys) {}

  /**
   * The lines, with the names of both axes.
   *
   * @throws ReportException if there is no line, or a line without points, with more numbers along
   *     one axis than along the other, or with a number that is not above 0
   */
  public static Picture of(String title, String nameX, String nameY, List<Line> lines) {
    ReportException.check(
        !lines.isEmpty(), "there is no line", "at least one", "Give what was measured.");
    lines.forEach(Scaling::check);
    Svg svg = new Svg();
    Plot plot =
        new Plot(
            LEFT,
            TOP,
            WIDTH - LEFT - RIGHT,
            HEIGHT - TOP - BOTTOM,
            Math.log10(least(lines.stream().map(Line::xs).toList())) - 0.05,
            Math.log10(most(lines.stream().map(Line::xs).toList())) + 0.05,
            Math.floor(Math.log10(least(lines.stream().map(Line::ys).toList()))),
            Math.ceil(Math.log10(most(lines.stream().map(Line::ys).toList())) + 1e-9));
    svg.text(title, LEFT - 48, 22, Svg.Type.TITLE);
    svg.text(nameY, LEFT - 48, 46, Svg.Type.LABEL);
    Svg.Type middle = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.text(nameX, plot.left() + plot.width() / 2, plot.bottom() + 38, middle);
    decades(svg, plot);
    marks(svg, plot, lines);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, plot, lines.get(i), Ink.series().get(i % Ink.series().size()));
    }
    legend(svg, lines);
    return new Picture(title, WIDTH, HEIGHT, svg);
  }

  private static void check(Line line) {
    ReportException.check(
        line.xs().length > 0 && line.xs().length == line.ys().length,
        line.name() + " has " + line.xs().length + " and " + line.ys().length + " numbers",
        "as many along both axes, and at least one",
        "Give a pair of numbers for each point.");
    for (double[] values : List.of(line.xs(), line.ys())) {
      for (double value : values) {
        ReportException.check(
            value > 0 && Double.isFinite(value),
            line.name() + " has a point at " + value,
            "numbers above 0, as the axes are logarithmic",
            "Leave the point out.");
      }
    }
  }

  /** A line across at each power of ten. */
  private static void decades(Svg svg, Plot plot) {
    Svg.Type end = Svg.Type.LABEL.at(Svg.Anchor.END);
    for (int power = (int) plot.lowY(); power <= plot.highY(); power++) {
      double y = plot.y(power);
      svg.line(plot.left(), y, plot.right(), y, Ink.GRID);
      svg.text(power(power), plot.left() - 7, y + 4, end);
    }
  }

  /** The power of ten in full. */
  private static String power(int exponent) {
    String zeros = "0".repeat(Math.abs(exponent));
    return exponent >= 0 ? "1" + zeros : "0." + zeros.substring(1) + "1";
  }

  /** A mark at each point of the first line, as far as there is room. */
  private static void marks(Svg svg, Plot plot, List<Line> lines) {
    Svg.Type middle = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.line(plot.left(), plot.bottom(), plot.right(), plot.bottom(), Ink.AXIS);
    double last = Double.NEGATIVE_INFINITY;
    for (double value : lines.getFirst().xs()) {
      double x = plot.x(Math.log10(value));
      svg.line(x, plot.bottom(), x, plot.bottom() + 4, Ink.AXIS);
      if (x - last >= MARK_WIDTH) {
        String text = value == Math.rint(value) ? Long.toString((long) value) : "" + (float) value;
        svg.text(text, x, plot.bottom() + 17, middle);
        last = x;
      }
    }
  }

  private static void draw(Svg svg, Plot plot, Line line, Ink ink) {
    double[] xs = Arrays.stream(line.xs()).map(Math::log10).toArray();
    double[] ys = Arrays.stream(line.ys()).map(Math::log10).toArray();
    svg.path(plot.curve(xs, ys), Svg.stroke(ink, 2));
    for (int i = 0; i < xs.length; i++) {
      String paint = Svg.fill(ink) + " stroke=\"" + Ink.SURFACE + "\"";
      svg.circle(plot.x(xs[i]), plot.y(ys[i]), 3, paint);
    }
  }

  private static void legend(Svg svg, List<Line> lines) {
    double x = WIDTH - RIGHT;
    for (int i = lines.size() - 1; i >= 0; i--) {
      String name = lines.get(i).name();
      svg.text(name, x, 46, Svg.Type.LABEL.at(Svg.Anchor.END).in(Ink.TEXT));
      x -= Svg.width(name, Svg.Type.LABEL.size()) + 2;
      Ink ink = Ink.series().get(i % Ink.series().size());
      svg.path("M" + Svg.round(x - 16) + " 42h16", Svg.stroke(ink, 2.5));
      x -= 16 + 16;
    }
  }

  private static double least(List<double[]> values) {
    return values.stream().flatMapToDouble(Arrays::stream).min().orElseThrow();
  }

  private static double most(List<double[]> values) {
    return values.stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
  }
}
