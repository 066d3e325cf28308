package dev.annotron.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle with two axes, to draw lines and areas into.
 *
 * @param left the place of {@code lowX} in the drawing
 * @param top the place of {@code highY}
 */
record Plot(
    double left,
    double top,
    double width,
    double height,
    double lowX,
    double highX,
    double lowY,
    double highY) {
  private static final double LABEL_GAP = 7;

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  double x(double value) {
    return left + width * (value - lowX) / (highX - lowX);
  }

  double y(double value) {
    return bottom() - height * (value - lowY) / (highY - lowY);
  }

  /** Lines across, and numbers beside them. */
  void gridY(Svg svg, Ticks ticks) {
    Svg.Type type = Svg.Type.LABEL.at(Svg.Anchor.END);
    for (int i = 0; i < ticks.count(); i++) {
      double y = y(ticks.at(i));
      svg.line(left, y, right(), y, Ink.GRID);
      svg.text(ticks.label(i), left - LABEL_GAP, y + 4, type);
    }
  }

  /** The axis at the bottom, with short marks and numbers below. */
  void axisX(Svg svg, Ticks ticks) {
    Svg.Type type = Svg.Type.LABEL.at(Svg.Anchor.MIDDLE);
    svg.line(left, bottom(), right(), bottom(), Ink.AXIS);
    for (int i = 0; i < ticks.count(); i++) {
      double x = x(ticks.at(i));
      svg.line(x, bottom(), x, bottom() + 4, Ink.AXIS);
      svg.text(ticks.label(i), x, bottom() + 17, type);
    }
  }

  /** The path through points; values that are not finite, or far outside, interrupt it. */
  String curve(double[] xs, double[] ys) {
    StringBuilder data = new StringBuilder();
    boolean interrupted = true;
    for (int i = 0; i < ys.length; i++) {
      if (Double.isFinite(ys[i]) && (isInside(ys[i]) || isBesideInside(ys, i))) {
        double y = y(Math.clamp(ys[i], lowY, highY));
        data.append(interrupted ? 'M' : 'L').append(Svg.round(x(xs[i]))).append(' ');
        data.append(Svg.round(y));
        interrupted = false;
      } else {
        interrupted = true;
      }
    }
    return data.toString();
  }

  private boolean isInside(double y) {
    return y >= lowY && y <= highY;
  }

  /** A line goes on to the frame, where it leaves it. */
  private boolean isBesideInside(double[] ys, int i) {
    return (i > 0 && isInside(ys[i - 1])) || (i + 1 < ys.length && isInside(ys[i + 1]));
  }

  /** Places for labels at {@code ys}, moved apart until they are {@code gap} from each other. */
  static List<Double> apart(List<Double> ys, double gap) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < ys.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(ys.get(a), ys.get(b)));
    List<Double> places = new ArrayList<>(ys);
    for (int i = 1; i < order.size(); i++) {
      double above = places.get(order.get(i - 1));
      double below = places.get(order.get(i));
      double missing = gap - (below - above);
      if (missing > 0) {
        places.set(order.get(i - 1), above - missing / 2);
        places.set(order.get(i), below + missing / 2);
      }
    }
    return places;
  }
}
