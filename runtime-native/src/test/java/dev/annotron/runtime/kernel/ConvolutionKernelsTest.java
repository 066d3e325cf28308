package dev.annotron.runtime.kernel;

import dev.annotron.runtime.kernel.Geometry.Axis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of windows against their definition in double. */
class ConvolutionKernelsTest {
  /** Sums have up to thousands of terms around 1, which may cancel. */
  private static final double TOLERANCE = 1e-4;

  /** Sizes of 1, primes, more than vectors have; strides and dilations that do not divide. */
  private static final List<Geometry> GEOMETRIES =
      List.of(
          new Geometry(axis(1, 1, 1, 1, 0, 1), axis(1, 1, 1, 1, 0, 1), 1, 1, 1),
          new Geometry(axis(7, 3, 1, 1, 0, 5), axis(6, 2, 1, 1, 0, 5), 2, 3, 1),
          new Geometry(axis(7, 3, 1, 1, 1, 7), axis(9, 3, 1, 1, 1, 9), 1, 32, 1),
          new Geometry(axis(5, 3, 2, 1, 1, 3), axis(8, 2, 3, 1, 0, 3), 5, 17, 1),
          new Geometry(axis(9, 3, 1, 2, 2, 9), axis(7, 3, 2, 2, 1, 3), 3, 64, 1),
          new Geometry(axis(1, 1, 1, 1, 0, 1), axis(13, 4, 1, 1, 3, 13), 19, 67, 1),
          new Geometry(axis(4, 1, 3, 1, 0, 2), axis(5, 1, 2, 1, 0, 3), 33, 48, 1),
          new Geometry(axis(6, 3, 1, 1, 1, 6), axis(5, 3, 1, 1, 1, 5), 6, 9, 3),
          new Geometry(axis(6, 5, 2, 1, 4, 4), axis(6, 5, 2, 1, 4, 4), 4, 32, 2),
          new Geometry(axis(6, 3, 1, 1, 1, 6), axis(5, 3, 2, 1, 1, 3), 21, 21, 21),
          new Geometry(axis(5, 2, 1, 1, 0, 4), axis(5, 3, 2, 1, 1, 3), 13, 13, 13),
          new Geometry(axis(6, 3, 1, 2, 2, 6), axis(5, 3, 1, 1, 1, 5), 3, 6, 3),
          new Geometry(axis(2, 5, 1, 1, 2, 2), axis(2, 2, 1, 1, 3, 6), 16, 80, 1),
          new Geometry(axis(20, 3, 1, 1, 1, 20), axis(20, 3, 1, 1, 1, 20), 24, 40, 1));

  private static Axis axis(
      int size, int kernel, int stride, int dilation, int before, int windows) {
    return new Axis(size, kernel, stride, dilation, before, windows);
  }

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  /** Is told which elements of pictures, kernel and results meet in a product. */
  @FunctionalInterface
  private interface Product {
    void meet(int x, int kernel, int y);
  }

  private static void each(Geometry g, int rows, Product product) {
    int channels = g.channels() / g.groups();
    int filters = g.filters() / g.groups();
    for (int window = 0; window < rows * g.windows(); window++) {
      int row = window / g.windows();
      for (int tap = 0; tap < g.taps(); tap++) {
        int position = g.position(window % g.windows(), tap);
        for (int f = 0; f < g.filters() && position >= 0; f++) {
          for (int c = 0; c < channels; c++) {
            int x = (row * g.positions() + position) * g.channels() + f / filters * channels + c;
            product.meet(x, (tap * channels + c) * g.filters() + f, window * g.filters() + f);
          }
        }
      }
    }
  }

  /** None, one, and enough pictures that the last geometry is divided among threads. */
  private static int[] rows(Geometry g) {
    return new int[] {0, 1, g.positions() == 400 ? 7 : 3};
  }

  private static int kernelSize(Geometry g) {
    return g.taps() * g.channels() / g.groups() * g.filters();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void convolutionsAreSumsOverTaps(Implementation implementation) {
    for (Geometry g : GEOMETRIES) {
      for (int rows : rows(g)) {
        Tensor x = Tensor.random(rows * g.positions() * g.channels(), 1);
        Tensor weights = Tensor.random(kernelSize(g) + g.filters(), 2);
        Tensor y = Tensor.empty(rows * g.windows() * g.filters());
        double[] expected = new double[y.size()];
        each(g, rows, (xi, k, yi) -> expected[yi] += (double) x.get(xi) * weights.get(k));
        long bias = weights.at() + kernelSize(g);
        Kernels kernels = implementation.ready();
        convolve(kernels, g, x, weights, -1, y, rows, Function.LINEAR);
        y.assertIs(i -> expected[i], TOLERANCE);
        convolve(kernels, g, x, weights, bias, y, rows, Function.RELU);
        y.assertIs(
            i -> Math.max(0, expected[i] + weights.get(kernelSize(g) + i % g.filters())),
            TOLERANCE);
      }
    }
  }

  private static void convolve(
      Kernels kernels,
      Geometry g,
      Tensor x,
      Tensor weights,
      long bias,
      Tensor y,
      int rows,
      Function function) {
    kernels.convolve(
        g,
        x.segment(),
        x.at(),
        weights.segment(),
        weights.at(),
        bias,
        y.segment(),
        y.at(),
        rows,
        function,
        0);
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void transposesGiveBackToTaps(Implementation implementation) {
    for (Geometry g : GEOMETRIES) {
      for (int rows : rows(g)) {
        Tensor y = Tensor.random(rows * g.windows() * g.filters(), 1);
        Tensor kernel = Tensor.random(kernelSize(g), 2);
        Tensor x = Tensor.empty(rows * g.positions() * g.channels());
        double[] expected = new double[x.size()];
        each(g, rows, (xi, k, yi) -> expected[xi] += (double) y.get(yi) * kernel.get(k));
        implementation
            .ready()
            .convolveTransposed(
                g, y.segment(), y.at(), kernel.segment(), kernel.at(), x.segment(), x.at(), rows);
        x.assertIs(i -> expected[i], TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void kernelGradientsAreSumsOverWindows(Implementation implementation) {
    for (Geometry g : GEOMETRIES) {
      for (int rows : rows(g)) {
        Tensor x = Tensor.random(rows * g.positions() * g.channels(), 1);
        Tensor dy = Tensor.random(rows * g.windows() * g.filters(), 2);
        Tensor kernel = Tensor.empty(kernelSize(g));
        double[] expected = new double[kernel.size()];
        each(g, rows, (xi, k, yi) -> expected[k] += (double) x.get(xi) * dy.get(yi));
        implementation
            .ready()
            .convolveKernelGradient(
                g, x.segment(), x.at(), dy.segment(), dy.at(), kernel.segment(), kernel.at(), rows);
        kernel.assertIs(i -> expected[i], TOLERANCE);
      }
    }
  }
}
