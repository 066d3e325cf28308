package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import java.util.List;

/** {@link ElementOp}s by their formulas. */
final class ElementValues {
  private ElementValues() {}

  static double[] of(ElementOp op, Node node, List<double[]> in) {
    double[] x = in.getFirst();
    return switch (op) {
      case ElementOp.Combine(Combination how) ->
          Elements.zip(x, in.get(1), (a, b) -> combine(how, a, b));
      case ElementOp.Choose choose -> choose(choose, x, in.get(1), in.get(2));
      case ElementOp.Affine(double factor, double offset) ->
          Elements.map(x, value -> factor * value + offset);
      case ElementOp.Scale _ -> Elements.zip(x, repeated(in.get(1), x), (a, b) -> a * b);
      case ElementOp.ScaleGradient(Shape shape) ->
          Elements.sumRows(Elements.zip(x, in.get(1), (a, b) -> a * b), shape.size());
      case ElementOp.Prelu _ ->
          Elements.zip(x, repeated(in.get(1), x), (value, alpha) -> value * slope(value, alpha));
      case ElementOp.PreluGradient _ -> {
        double[] slopes = Elements.zip(x, repeated(in.get(1), x), ElementValues::slope);
        yield Elements.zip(slopes, in.get(2), (slope, dy) -> slope * dy);
      }
      case ElementOp.PreluSlopeGradient(Shape shape) ->
          Elements.sumRows(
              Elements.zip(x, in.get(1), (value, dy) -> Math.min(value, 0) * dy), shape.size());
      case ElementOp.Repeat(int axis, int times) -> repeat(x, times, node.shape().stride(axis));
      case ElementOp.SumAxis(int axis) ->
          sum(x, node.input(0).shape().dimension(axis), node.shape().stride(axis));
      case ElementOp.Custom(var function) ->
          Elements.map(x, new Custom(function.type(), function.function()));
      case ElementOp.CustomGradient(var function) -> {
        Custom derivative = new Custom(function.type(), function.derivative());
        yield Elements.zip(x, in.get(1), (value, dy) -> derivative.applyAsDouble(value) * dy);
      }
    };
  }

  private static double combine(Combination how, double a, double b) {
    return switch (how) {
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case MAXIMUM -> Math.max(a, b);
      case MINIMUM -> Math.min(a, b);
    };
  }

  private static double[] choose(ElementOp.Choose op, double[] a, double[] b, double[] dy) {
    double[] dx = new double[dy.length];
    for (int i = 0; i < dx.length; i++) {
      boolean first = op.how() == Combination.MAXIMUM ? a[i] >= b[i] : a[i] <= b[i];
      dx[i] = first == op.first() ? dy[i] : 0;
    }
    return dx;
  }

  private static double slope(double value, double alpha) {
    return value > 0 ? 1 : alpha;
  }

  /** One tensor again and again, until it is as long as the other. */
  private static double[] repeated(double[] part, double[] whole) {
    return repeat(part, whole.length / part.length, part.length);
  }

  private static double[] repeat(double[] x, int times, int inner) {
    double[] y = new double[x.length * times];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i / (times * inner) * inner + i % inner];
    }
    return y;
  }

  private static double[] sum(double[] x, int times, int inner) {
    double[] y = new double[x.length / times];
    for (int i = 0; i < x.length; i++) {
      y[i / (times * inner) * inner + i % inner] += x[i];
    }
    return y;
  }
}
