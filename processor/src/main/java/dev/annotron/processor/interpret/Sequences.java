package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import java.util.List;

/** The meaning of {@link SequenceOp}s. */
final class Sequences {
  private Sequences() {}

  static double[] value(SequenceOp op, Node node, List<double[]> in, int rows) {
    int units = node.shape().last();
    return switch (op) {
      case SequenceOp.Embed _ -> embed(in.get(0), in.get(1), units);
      case SequenceOp.EmbedGradient(int vocabulary) ->
          embedGradient(in.get(0), in.get(1), vocabulary, units);
      case SequenceOp.Mask(double value) ->
          mask(in.getFirst(), value, node.input(0).shape().last());
      case SequenceOp.MaskedWeights _ -> maskedWeights(in.get(0), in.get(1), node.shape().size());
      case SequenceOp.Products products -> products(products, node, in, rows);
      case SequenceOp.Hide hide -> hide(hide, node.shape(), in);
    };
  }

  private static double[] embed(double[] ids, double[] table, int units) {
    double[] y = new double[ids.length * units];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(table, ((int) ids[i]) * units, y, i * units, units);
    }
    return y;
  }

  private static double[] embedGradient(double[] ids, double[] dy, int vocabulary, int units) {
    double[] sum = new double[vocabulary * units];
    for (int i = 0; i < dy.length; i++) {
      sum[((int) ids[i / units]) * units + i % units] += dy[i];
    }
    return sum;
  }

  private static double[] mask(double[] x, double value, int width) {
    double[] mask = new double[x.length / width];
    for (int i = 0; i < x.length; i++) {
      if (x[i] != value) {
        mask[i / width] = 1;
      }
    }
    return mask;
  }

  private static double[] maskedWeights(double[] mask, double[] weights, int steps) {
    double kept = 0;
    for (double step : mask) {
      kept += step == 0 ? 0 : 1;
    }
    double[] y = new double[mask.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = mask[i] == 0 ? 0 : weights[i / steps] * y.length / kept;
    }
    return y;
  }

  private static double[] products(SequenceOp.Products op, Node node, List<double[]> in, int rows) {
    Shape shape = node.shape();
    int rank = shape.rank();
    int m = shape.dimension(rank - 2);
    int n = shape.last();
    int k = node.input(0).shape().dimension(op.transposeA() ? rank - 2 : rank - 1);
    double[] y = new double[rows * shape.size()];
    for (int i = 0; i < y.length; i++) {
      int block = i / (m * n);
      int row = i / n % m;
      int column = i % n;
      double sum = 0;
      for (int j = 0; j < k; j++) {
        int a = op.transposeA() ? j * m + row : row * k + j;
        int b = op.transposeB() ? column * k + j : j * n + column;
        sum += in.get(0)[block * m * k + a] * in.get(1)[block * k * n + b];
      }
      y[i] = op.scale() * sum;
    }
    return y;
  }

  private static double[] hide(SequenceOp.Hide op, Shape shape, List<double[]> in) {
    int to = shape.last();
    double[] y = in.getFirst().clone();
    for (int i = 0; i < y.length; i++) {
      int step = i / to % shape.dimension(1);
      boolean later = op.causal() && i % to > step;
      boolean masked = op.masked() && in.get(1)[i / shape.size() * to + i % to] == 0;
      y[i] = later || masked ? op.fill() : y[i];
    }
    return y;
  }
}
