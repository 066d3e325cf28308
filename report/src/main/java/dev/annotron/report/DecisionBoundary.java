package dev.annotron.report;

import dev.annotron.runtime.Dataset;
import dev.annotron.runtime.Predicting;
import java.util.List;

/**
 * How a model of two inputs divides the plane: every place is coloured by the class that the model
 * sees there, the stronger the surer it is, with the samples of a data set on top.
 */
public final class DecisionBoundary {
  private static final int GRID = 200;
  private static final double SIZE = 380;
  private static final double TOP = 44;
  private static final double LEFT = 52;
  private static final double BOTTOM = 46;
  private static final double RIGHT = 20;

  /** The share of the width that names of classes may take; the rest is for the title. */
  private static final double LEGEND = 0.6;

  private static final double FAINTEST = 0.08;
  private static final double STRONGEST = 0.5;

  private final Predicting model;
  private final Dataset data;
  private final Classes classes;
  private final Plot plot;

  private DecisionBoundary(Predicting model, Dataset data, Classes classes, Plot plot) {
    this.model = model;
    this.data = data;
    this.classes = classes;
    this.plot = plot;
  }

  /**
   * The plane around the samples. A model with one output gives the probability of class 1, one
   * with several outputs that of each class.
   *
   * @param title what stands above
   * @throws ReportException unless the data has two features and classes as targets, of which at
   *     most eight can be told apart
   */
  public static Picture of(String title, Predicting model, Dataset data) {
    ReportException.check(
        data.featureCount() == 2,
        "the data has " + data.featureCount() + " features",
        "two, for a plane",
        "Only models of two inputs can be drawn so.");
    Classes classes = Classes.of(model, data);
    ReportException.check(
        classes.count() <= Ink.series().size(),
        classes.count() + " classes",
        "at most " + Ink.series().size(),
        "There are no more colours that can be told apart.");
    return new DecisionBoundary(model, data, classes, plot(data)).draw(title);
  }

  /** All samples with a margin of a tenth. */
  private static Plot plot(Dataset data) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < data.size(); i++) {
      float[] x = data.x(i);
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], x[axis]);
        high[axis] = Math.max(high[axis], x[axis]);
      }
    }
    for (int axis = 0; axis < 2; axis++) {
      double margin = high[axis] > low[axis] ? (high[axis] - low[axis]) / 10 : 1;
      low[axis] -= margin;
      high[axis] += margin;
    }
    return new Plot(LEFT, TOP, SIZE, SIZE, low[0], high[0], low[1], high[1]);
  }

  private Picture draw(String title) {
    Svg svg = new Svg();
    double legend = legend(svg);
    svg.text(Svg.title(title, legend - LEFT - 8), LEFT, 26, Svg.Type.TITLE);
    float[][] predictions = model.predict(grid());
    svg.image(ground(predictions), plot.left(), plot.top(), SIZE, SIZE);
    for (int c = classes.outputs() == 1 ? 1 : 0; c < classes.count(); c++) {
      String line = Contour.zero(margins(predictions, c), this::contourX, this::contourY);
      svg.path(line, Svg.stroke(Ink.TEXT, 1.4));
    }
    samples(svg);
    plot.axisX(svg, Ticks.within(plot.lowX(), plot.highX(), 6, 0));
    marksY(svg);
    List<String> names = data.featureNames();
    String name = names.size() == 2 ? names.get(0) + " across, " + names.get(1) + " up" : "";
    Svg.Type type = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.text(name, LEFT + SIZE / 2, plot.bottom() + 34, type);
    return new Picture(title, LEFT + SIZE + RIGHT, TOP + SIZE + BOTTOM, svg);
  }

  /** Only marks beside the axis: lines across would lie on the colours. */
  private void marksY(Svg svg) {
    Ticks ticks = Ticks.within(plot.lowY(), plot.highY(), 6, 0);
    Svg.Type type = Svg.Type.LABEL.at(Svg.Anchor.END);
    svg.line(plot.left(), plot.top(), plot.left(), plot.bottom(), Ink.AXIS);
    for (int i = 0; i < ticks.count(); i++) {
      double y = plot.y(ticks.at(i));
      svg.line(plot.left() - 4, y, plot.left(), y, Ink.AXIS);
      svg.text(ticks.label(i), plot.left() - 8, y + 4, type);
    }
  }

  /** The middles of the pixels, row after row from the top. */
  private float[][] grid() {
    float[][] grid = new float[GRID * GRID][];
    for (int i = 0; i < grid.length; i++) {
      double x = (i % GRID + 0.5) / GRID;
      int row = i / GRID;
      double y = (row + 0.5) / GRID;
      grid[i] =
          new float[] {
            (float) (plot.lowX() + x * (plot.highX() - plot.lowX())),
            (float) (plot.highY() - y * (plot.highY() - plot.lowY()))
          };
    }
    return grid;
  }

  private String ground(float[][] predictions) {
    double chance = 1.0 / classes.count();
    return Pixels.uri(
        GRID,
        GRID,
        1,
        (row, column) -> {
          float[] prediction = predictions[row * GRID + column];
          int c = classes.predicted(prediction);
          double sure = (classes.confidence(prediction, c) - chance) / (1 - chance);
          double share = FAINTEST + (STRONGEST - FAINTEST) * Math.clamp(sure, 0, 1);
          return Pixels.transparent(Ink.series().get(c), share);
        });
  }

  /** By how much a class is ahead of the best other one. */
  private double[][] margins(float[][] predictions, int c) {
    double[][] margins = new double[GRID][GRID];
    for (int i = 0; i < predictions.length; i++) {
      double other = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes.count(); k++) {
        if (k != c) {
          other = Math.max(other, classes.confidence(predictions[i], k));
        }
      }
      margins[i / GRID][i % GRID] = classes.confidence(predictions[i], c) - other;
    }
    return margins;
  }

  private double contourX(double column) {
    return plot.left() + (column + 0.5) / GRID * SIZE;
  }

  private double contourY(double row) {
    return plot.top() + (row + 0.5) / GRID * SIZE;
  }

  private void samples(Svg svg) {
    for (int i = 0; i < data.size(); i++) {
      float[] x = data.x(i);
      mark(svg, plot.x(x[0]), plot.y(x[1]), classes.actual(data, i));
    }
  }

  /** Gives the place where it begins. */
  private double legend(Svg svg) {
    double x = LEFT + SIZE;
    double room = LEGEND * SIZE / classes.count() - 25;
    int letters = Math.max(3, (int) (room / Svg.width("n", Svg.Type.LABEL.size())));
    for (int c = classes.count() - 1; c >= 0; c--) {
      String name = Svg.shortened(classes.name(c), letters);
      svg.text(name, x, 26, Svg.Type.LABEL.in(Ink.TEXT).at(Svg.Anchor.END));
      x -= Svg.width(name, Svg.Type.LABEL.size()) + 9;
      mark(svg, x, 22, c);
      x -= 16;
    }
    return x;
  }

  /** Every second class has squares, for those who see few colours. */
  private static void mark(Svg svg, double x, double y, int c) {
    String paint = Svg.fill(Ink.series().get(c)) + " stroke=\"" + Ink.SURFACE + "\"";
    if (c % 2 == 0) {
      svg.circle(x, y, 3.6, paint);
    } else {
      svg.rectangle(x - 3.2, y - 3.2, 6.4, 6.4, 0, paint);
    }
  }
}
