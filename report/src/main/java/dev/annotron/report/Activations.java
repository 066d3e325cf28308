package dev.annotron.report;

import dev.annotron.runtime.kernel.Function;
import dev.annotron.runtime.kernel.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Every activation function with its derivative, as the runtime computes them. */
public final class Activations {
  private static final int COLUMNS = 6;
  private static final double PANEL_WIDTH = 206;
  private static final double PANEL_HEIGHT = 200;
  private static final double HEADER = 52;
  private static final double MARGIN = 16;

  private static final double LOW_X = -4;
  private static final double HIGH_X = 4;
  private static final double LOW_Y = -2;
  private static final double HIGH_Y = 4;
  private static final int POINTS = 800;

  /** Keras's default slope of leaky ReLU. */
  private static final float SLOPE = 0.2f;

  private Activations() {}

  /** A function of one number, and what it is. */
  record Shown(
      String name, String formula, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {}

  /** The names of all of them, in the order of the picture. */
  public static List<String> names() {
    return all().stream().map(Shown::name).toList();
  }

  /** One picture of all of them, each in a panel of its own and all to one scale. */
  public static Picture gallery() {
    List<Shown> all = all();
    int rows = (all.size() + COLUMNS - 1) / COLUMNS;
    double width = 2 * MARGIN + COLUMNS * PANEL_WIDTH;
    Svg svg = new Svg();
    svg.text("Activation functions", MARGIN + 8, 32, Svg.Type.TITLE.sized(17));
    legend(svg, width - MARGIN - 8);
    for (int i = 0; i < all.size(); i++) {
      int row = i / COLUMNS;
      double x = MARGIN + i % COLUMNS * PANEL_WIDTH;
      double y = HEADER + row * PANEL_HEIGHT;
      svg.add(x, y, panel(all.get(i)));
    }
    double height = HEADER + rows * PANEL_HEIGHT + MARGIN;
    return new Picture("Activation functions and their derivatives", width, height, svg);
  }

  /**
   * In the order of Keras's list; softmax, which is not elementwise, as a function of one logit.
   */
  static List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    for (Function function : Function.values()) {
      all.add(
          new Shown(
              function.name().toLowerCase(Locale.ROOT),
              formula(function),
              x -> Functions.apply(function, SLOPE, (float) x),
              x -> derivative(function, (float) x)));
    }
    all.add(
        new Shown(
            "softmax",
            "first of softmax(x, 0, 0)",
            Activations::softmax,
            x -> softmax(x) * (1 - softmax(x))));
    return all;
  }

  private static double derivative(Function function, float x) {
    float v = function.derivativeFromOutput() ? Functions.apply(function, SLOPE, x) : x;
    return Functions.derivative(function, SLOPE, v);
  }

  private static double softmax(double x) {
    return 1 / (1 + 2 * Math.exp(-x));
  }

  private static String formula(Function function) {
    return switch (function) {
      case LINEAR -> "x";
      case RELU -> "max(x, 0)";
      case RELU6 -> "min(max(x, 0), 6)";
      case LEAKY_RELU -> "x, or 0.2 x below 0";
      case ELU -> "x, or exp(x) − 1 below 0";
      case SELU -> "1.05 x, 1.76 (exp(x) − 1) below 0";
      case SILU -> "x · sigmoid(x)";
      case GELU -> "x · Φ(x)";
      case GELU_TANH -> "gelu by tanh";
      case SOFTPLUS -> "log(1 + exp(x))";
      case SOFTSIGN -> "x / (1 + |x|)";
      case TANH -> "tanh(x)";
      case SIGMOID -> "1 / (1 + exp(−x))";
      case HARD_SIGMOID -> "min(max(x/6 + 1/2, 0), 1)";
      case MISH -> "x · tanh(softplus(x))";
      case EXPONENTIAL -> "exp(x)";
    };
  }

  private static void legend(Svg svg, double right) {
    Svg.Type type = Svg.Type.LABEL.sized(12).in(Ink.TEXT).at(Svg.Anchor.END);
    svg.text("derivative", right, 32, type);
    svg.path("M" + Svg.round(right - 84) + " 28h18", Svg.stroke(Ink.ORANGE, 1.5));
    svg.text("function", right - 104, 32, type);
    svg.path("M" + Svg.round(right - 178) + " 28h18", Svg.stroke(Ink.BLUE, 3));
  }

  private static String panel(Shown shown) {
    Svg svg = new Svg();
    Plot plot = new Plot(30, 46, PANEL_WIDTH - 46, PANEL_HEIGHT - 72, LOW_X, HIGH_X, LOW_Y, HIGH_Y);
    svg.text(shown.name(), 8, 18, Svg.Type.TITLE.sized(13));
    svg.text(shown.formula(), 8, 34, Svg.Type.LABEL);
    plot.gridY(svg, Ticks.within(LOW_Y, HIGH_Y, 3, 2));
    plot.axisX(svg, Ticks.within(LOW_X, HIGH_X, 4, 2));
    svg.line(plot.x(0), plot.top(), plot.x(0), plot.bottom(), Ink.GRID);
    svg.line(plot.left(), plot.y(0), plot.right(), plot.y(0), Ink.AXIS);
    double[] xs = new double[POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      xs[i] = LOW_X + (HIGH_X - LOW_X) * i / POINTS;
    }
    svg.path(plot.curve(xs, values(shown.function(), xs)), Svg.stroke(Ink.BLUE, 3));
    // On top and thin, so that both are seen where they are the same.
    svg.path(plot.curve(xs, values(shown.derivative(), xs)), Svg.stroke(Ink.ORANGE, 1.5));
    return svg.toString();
  }

  private static double[] values(DoubleUnaryOperator function, double[] xs) {
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      ys[i] = function.applyAsDouble(xs[i]);
    }
    return ys;
  }
}
