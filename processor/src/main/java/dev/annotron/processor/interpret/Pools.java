package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.PoolOp;
import java.util.Arrays;
import java.util.List;

/** The meaning of {@link PoolOp}s. */
final class Pools {
  private Pools() {}

  /** Is told which elements of picture and result belong together, and of which window. */
  @FunctionalInterface
  private interface Pair {
    void meet(int x, int y, int window);
  }

  static double[] value(PoolOp op, List<double[]> in, int rows) {
    Geometry geometry = op.geometry();
    return switch (op) {
      case PoolOp.MaxPool _ -> max(geometry, in.getFirst(), rows);
      case PoolOp.MaxPoolGradient _ -> maxGradient(geometry, in, rows);
      case PoolOp.SumPool(_, boolean mean) -> {
        double[] parts = parts(geometry, mean);
        double[] result = new double[rows * geometry.result().size()];
        each(geometry, rows, (x, y, window) -> result[y] += in.getFirst()[x] * parts[window]);
        yield result;
      }
      case PoolOp.SpreadPool(_, boolean mean) -> {
        double[] parts = parts(geometry, mean);
        double[] picture = new double[rows * geometry.picture().size()];
        each(geometry, rows, (x, y, window) -> picture[x] += in.getFirst()[y] * parts[window]);
        yield picture;
      }
    };
  }

  private static double[] max(Geometry geometry, double[] x, int rows) {
    double[] result = new double[rows * geometry.result().size()];
    Arrays.fill(result, Double.NEGATIVE_INFINITY);
    each(geometry, rows, (i, y, _) -> result[y] = Math.max(result[y], x[i]));
    return result;
  }

  private static double[] maxGradient(Geometry geometry, List<double[]> in, int rows) {
    double[] picture = new double[rows * geometry.picture().size()];
    boolean[] found = new boolean[rows * geometry.result().size()];
    each(
        geometry,
        rows,
        (x, y, _) -> {
          if (!found[y] && in.get(0)[x] == in.get(1)[y]) {
            found[y] = true;
            picture[x] += in.get(2)[y];
          }
        });
    return picture;
  }

  /** What each tap of a window counts. */
  private static double[] parts(Geometry geometry, boolean mean) {
    double[] parts = new double[Windows.count(geometry)];
    if (mean) {
      Windows.visit(geometry, (window, _, _) -> parts[window]++);
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = mean ? 1 / parts[i] : 1;
    }
    return parts;
  }

  private static void each(Geometry geometry, int rows, Pair pair) {
    int channels = geometry.channels();
    for (int row = 0; row < rows; row++) {
      int firstWindow = row * Windows.count(geometry);
      int firstPosition = row * Windows.positions(geometry);
      Windows.visit(
          geometry,
          (window, _, position) -> {
            for (int channel = 0; channel < channels; channel++) {
              pair.meet(
                  (firstPosition + position) * channels + channel,
                  (firstWindow + window) * channels + channel,
                  window);
            }
          });
    }
  }
}
