package dev.annotron.report;

import dev.annotron.runtime.History;
import dev.annotron.runtime.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Training curves: a panel for the loss and each metric, over the epochs, with the values of
 * training and, where they were measured, of validation.
 */
public final class Curves {
  private static final String VALIDATION = "val_";
  private static final double PANEL_WIDTH = 430;
  private static final double PANEL_HEIGHT = 270;
  private static final double TOP = 44;
  private static final double BOTTOM = 46;
  private static final double LEFT = 58;
  private static final double RIGHT = 56;

  /** The distance of two values at the ends of lines, so that both can be read. */
  private static final double LABEL_HEIGHT = 13;

  private Curves() {}

  /** A line of a panel. */
  private record Line(String name, double[] values, Ink ink) {}

  /**
   * The curves of a training.
   *
   * @throws ReportException if no epoch was trained to its end
   */
  public static Picture of(History history) {
    return of(history, "training", "validation");
  }

  /**
   * The same with other names, such as {@code "train"} and {@code "test"}.
   *
   * @throws ReportException if no epoch was trained to its end
   */
  public static Picture of(History history, String training, String validation) {
    ReportException.check(
        history.epochs() >= 1,
        "the history has no epoch",
        "at least one",
        "Train for one epoch or more.");
    List<String> panels = panels(history);
    int columns = Math.min(2, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    Svg svg = new Svg();
    for (int i = 0; i < panels.size(); i++) {
      String name = panels.get(i);
      List<Line> lines = lines(history, name, training, validation);
      double x = i % columns * PANEL_WIDTH;
      int row = i / columns;
      double y = row * PANEL_HEIGHT;
      svg.add(x, y, panel(name, lines, history.epochs(), i == 0));
    }
    return new Picture("Training curves", columns * PANEL_WIDTH, rows * PANEL_HEIGHT, svg);
  }

  /** The names of panels: those of training, and of what only validation measured. */
  private static List<String> panels(History history) {
    List<String> names = history.names();
    List<String> panels = new ArrayList<>();
    for (String name : names) {
      boolean drawnElsewhere =
          name.startsWith(VALIDATION) && names.contains(name.substring(VALIDATION.length()));
      if (!drawnElsewhere) {
        panels.add(name);
      }
    }
    return panels;
  }

  private static List<Line> lines(
      History history, String name, String training, String validation) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(training, history.values(name), Ink.BLUE));
    if (history.names().contains(VALIDATION + name)) {
      lines.add(new Line(validation, history.values(VALIDATION + name), Ink.ORANGE));
    }
    return lines;
  }

  private static String panel(String name, List<Line> lines, int epochs, boolean first) {
    Svg svg = new Svg();
    Ticks ticksY = ticks(lines);
    Plot plot =
        new Plot(
            LEFT,
            TOP,
            PANEL_WIDTH - LEFT - RIGHT,
            PANEL_HEIGHT - TOP - BOTTOM,
            epochs == 1 ? 0 : 1,
            epochs == 1 ? 2 : epochs,
            ticksY.first(),
            ticksY.last());
    String title = name.replace('_', ' ');
    svg.text(title, LEFT - 40, 22, Svg.Type.TITLE);
    // The colours are the same in all panels: beside a long title, that of the first is enough.
    if (first || LEFT - 40 + Svg.titleWidth(title) < PANEL_WIDTH - RIGHT - legendWidth(lines)) {
      legend(svg, lines);
    }
    plot.gridY(svg, ticksY);
    plot.axisX(svg, Ticks.within(plot.lowX(), plot.highX(), 6, 1));
    Svg.Type axis = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.text("epoch", plot.left() + plot.width() / 2, plot.bottom() + 34, axis);
    double[] xs = new double[epochs];
    for (int i = 0; i < epochs; i++) {
      xs[i] = i + 1;
    }
    for (Line line : lines) {
      svg.path(plot.curve(xs, line.values()), Svg.stroke(line.ink(), 2));
    }
    ends(svg, plot, lines, epochs);
    return svg.toString();
  }

  /** Marks that enclose all finite values. */
  private static Ticks ticks(List<Line> lines) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (double value : line.values()) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low > high) {
      return Ticks.around(0, 1, 5);
    }
    double least = Math.max(1e-9, Math.abs(high) * 1e-3);
    double middle = (low + high) / 2;
    return high - low >= least
        ? Ticks.around(low, high, 5)
        : Ticks.around(middle - least, middle + least, 4);
  }

  private static double legendWidth(List<Line> lines) {
    double width = 0;
    for (Line line : lines) {
      width += Svg.width(line.name(), Svg.Type.LABEL.size()) + 2 + 16 + 16;
    }
    return width;
  }

  private static void legend(Svg svg, List<Line> lines) {
    double x = PANEL_WIDTH - RIGHT;
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      svg.text(line.name(), x, 22, Svg.Type.LABEL.at(Svg.Anchor.END).in(Ink.TEXT));
      x -= Svg.width(line.name(), Svg.Type.LABEL.size()) + 2;
      svg.path("M" + Svg.round(x - 16) + " 18h16", Svg.stroke(line.ink(), 2.5));
      x -= 16 + 16;
    }
  }

  /** A dot at the end of each line, and its value. */
  private static void ends(Svg svg, Plot plot, List<Line> lines, int epochs) {
    List<Line> ending = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (Line line : lines) {
      double last = line.values()[epochs - 1];
      if (Double.isFinite(last)) {
        ending.add(line);
        ys.add(plot.y(last));
      }
    }
    List<Double> places = Plot.apart(ys, LABEL_HEIGHT);
    for (int i = 0; i < ending.size(); i++) {
      Line line = ending.get(i);
      double x = plot.x(epochs);
      svg.circle(x, ys.get(i), 3.5, Svg.fill(line.ink()) + " stroke=\"" + Ink.SURFACE + "\"");
      String value = Numbers.text(line.values()[epochs - 1]);
      svg.text(value, x + 8, places.get(i) + 4, Svg.Type.LABEL.in(line.ink()));
    }
  }
}
