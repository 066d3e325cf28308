package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import java.util.List;

/** {@link NormalizationOp}s by their formulas. */
final class Normalizations {
  private Normalizations() {}

  static double[] value(NormalizationOp op, Node node, List<double[]> in) {
    double[] x = in.getFirst();
    return switch (op) {
      case NormalizationOp.BatchMean _ -> means(x, node.shape().last());
      case NormalizationOp.BatchVariance _ ->
          means(Elements.map(distances(x, in.get(1)), d -> d * d), node.shape().last());
      case NormalizationOp.InverseDeviation(double epsilon) ->
          Elements.map(x, variance -> 1 / Math.sqrt(variance + epsilon));
      case NormalizationOp.Standardize standardize -> {
        double[] scaled = byColumn(distances(x, in.get(1)), in.get(3));
        yield standardize.hasBias() ? Elements.addRow(scaled, in.get(4)) : scaled;
      }
      case NormalizationOp.CenteredSum _ ->
          Elements.sumRows(product(distances(x, in.get(1)), in.get(2)), node.shape().last());
      case NormalizationOp.BatchSlopes _ ->
          throw new IllegalArgumentException("needs the number of rows: " + op);
      case NormalizationOp.BatchGradient _ -> batchGradient(x, in);
      case NormalizationOp.Normalize normalize -> normalize(normalize, in);
      case NormalizationOp.NormalizeGradient gradient -> gradient(gradient, in);
      case NormalizationOp.NormalizeGainGradient(var groups, var shape) ->
          Elements.sumRows(product(Group.normal(groups, x), in.get(1)), shape.size());
    };
  }

  /**
   * {@link NormalizationOp.BatchSlopes} of a batch of so many samples.
   *
   * @param in variance, factor, dBias, dFactor
   */
  static double[] slopes(NormalizationOp.BatchSlopes op, List<double[]> in, int samples) {
    int columns = in.getFirst().length;
    double rows = (double) samples * op.rows();
    double[] slopes = new double[2 * columns];
    for (int j = 0; j < columns; j++) {
      double scale = in.get(1)[j] / rows;
      slopes[j] = scale * in.get(2)[j];
      slopes[columns + j] = scale * in.get(3)[j] / (in.get(0)[j] + op.epsilon());
    }
    return slopes;
  }

  /**
   * @param in x, mean, factor, slopes, dy
   */
  private static double[] batchGradient(double[] x, List<double[]> in) {
    double[] distances = distances(x, in.get(1));
    double[] dx = byColumn(in.get(4), in.get(2));
    double[] slopes = in.get(3);
    int columns = slopes.length / 2;
    for (int i = 0; i < dx.length; i++) {
      dx[i] -= slopes[i % columns] + distances[i] * slopes[columns + i % columns];
    }
    return dx;
  }

  private static double[] normalize(NormalizationOp.Normalize op, List<double[]> in) {
    double[] normal = Group.normal(op.groups(), in.getFirst());
    double[] scaled = op.hasGain() ? byColumn(normal, in.get(1)) : normal;
    return op.hasBias() ? Elements.addRow(scaled, in.getLast()) : scaled;
  }

  private static double[] gradient(NormalizationOp.NormalizeGradient op, List<double[]> in) {
    double[] d = op.hasGain() ? byColumn(in.getLast(), in.get(1)) : in.getLast();
    return Group.gradient(op.groups(), in.getFirst(), d);
  }

  private static double[] means(double[] x, int columns) {
    double rows = (double) x.length / columns;
    return Elements.map(Elements.sumRows(x, columns), sum -> sum / rows);
  }

  private static double[] distances(double[] x, double[] mean) {
    return Elements.addRow(x, Elements.map(mean, m -> -m));
  }

  private static double[] byColumn(double[] x, double[] factor) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * factor[i % factor.length];
    }
    return y;
  }

  private static double[] product(double[] a, double[] b) {
    return Elements.zip(a, b, (u, v) -> u * v);
  }
}
