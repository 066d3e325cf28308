package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.ConvolutionOp;
import dev.annotron.processor.ir.Geometry;
import java.util.List;

/** The meaning of {@link ConvolutionOp}s: the same products, summed where the result is. */
final class Convolutions {
  private Convolutions() {}

  /** Is told which elements of picture, kernel and result meet in a product. */
  @FunctionalInterface
  private interface Product {
    void meet(int x, int kernel, int y);
  }

  static double[] value(ConvolutionOp op, List<double[]> in, int rows) {
    Geometry geometry = op.geometry();
    return switch (op) {
      case ConvolutionOp.Convolve _ -> convolve(geometry, in, rows);
      case ConvolutionOp.ConvolveTransposed _ -> {
        double[] x = new double[rows * geometry.picture().size()];
        each(geometry, rows, (xi, k, y) -> x[xi] += in.get(0)[y] * in.get(1)[k]);
        yield x;
      }
      case ConvolutionOp.ConvolveKernelGradient _ -> {
        double[] kernel = new double[geometry.kernel().size()];
        each(geometry, rows, (x, k, y) -> kernel[k] += in.get(0)[x] * in.get(1)[y]);
        yield kernel;
      }
      case ConvolutionOp.ConvolveFused fused -> {
        double[] y = convolve(geometry, in, rows);
        double[] sum = fused.hasBias() ? Elements.addRow(y, in.get(2)) : y;
        yield Elements.map(sum, v -> Formulas.value(fused.function(), v));
      }
    };
  }

  private static double[] convolve(Geometry geometry, List<double[]> in, int rows) {
    double[] result = new double[rows * geometry.result().size()];
    each(geometry, rows, (x, k, y) -> result[y] += in.get(0)[x] * in.get(1)[k]);
    return result;
  }

  private static void each(Geometry geometry, int rows, Product product) {
    int channels = geometry.channels() / geometry.groups();
    int filters = geometry.filters() / geometry.groups();
    for (int row = 0; row < rows; row++) {
      int firstWindow = row * Windows.count(geometry);
      int firstPosition = row * Windows.positions(geometry);
      Windows.visit(
          geometry,
          (window, tap, position) -> {
            for (int filter = 0; filter < geometry.filters(); filter++) {
              int group = filter / filters;
              for (int channel = 0; channel < channels; channel++) {
                product.meet(
                    (firstPosition + position) * geometry.channels() + group * channels + channel,
                    (tap * channels + channel) * geometry.filters() + filter,
                    (firstWindow + window) * geometry.filters() + filter);
              }
            }
          });
    }
  }
}
