package dev.annotron.runtime.kernel;

import dev.annotron.runtime.kernel.Geometry.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pools against their definition in double. */
class PoolKernelsTest {
  private static final double TOLERANCE = 1e-6;
  private static final int ROWS = 3;

  private static final List<Geometry> GEOMETRIES =
      List.of(
          pool(new Axis(6, 2, 2, 1, 0, 3), new Axis(4, 2, 2, 1, 0, 2), 32),
          pool(new Axis(7, 2, 1, 1, 0, 6), new Axis(6, 3, 1, 1, 1, 6), 19),
          pool(new Axis(1, 1, 1, 1, 0, 1), new Axis(11, 3, 2, 1, 1, 6), 1),
          pool(new Axis(5, 5, 1, 1, 0, 1), new Axis(7, 7, 1, 1, 0, 1), 67),
          pool(new Axis(7, 2, 3, 1, 0, 2), new Axis(5, 1, 4, 1, 0, 2), 4),
          pool(new Axis(6, 2, 2, 1, 0, 3), new Axis(7, 2, 2, 1, 0, 3), 13));

  private static Geometry pool(Axis y, Axis x, int channels) {
    return new Geometry(y, x, channels, channels, channels);
  }

  static Stream<Implementation> implementations() {
    return Implementation.all();
  }

  /** Is told which elements of pictures and results belong together. */
  @FunctionalInterface
  private interface Pair {
    void meet(int x, int y);
  }

  private static void each(Geometry g, Pair pair) {
    for (int window = 0; window < ROWS * g.windows(); window++) {
      int row = window / g.windows();
      for (int tap = 0; tap < g.taps(); tap++) {
        int position = g.position(window % g.windows(), tap);
        for (int c = 0; c < g.channels() && position >= 0; c++) {
          pair.meet((row * g.positions() + position) * g.channels() + c, window * g.channels() + c);
        }
      }
    }
  }

  /** Pictures with values that are often equal. */
  private static Tensor picture(Geometry g) {
    Tensor random = Tensor.random(ROWS * g.positions() * g.channels(), 1);
    return Tensor.of(random.size(), i -> Math.rint(random.get(i) * 2));
  }

  private static Tensor result(Geometry g) {
    return Tensor.random(ROWS * g.windows() * g.channels(), 2);
  }

  private static double[] counts(Geometry g) {
    double[] counts = new double[result(g).size()];
    each(g, (_, y) -> counts[y]++);
    return counts;
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void theLargestOfEachWindowAndItsGradient(Implementation implementation) {
    for (Geometry g : GEOMETRIES) {
      Tensor x = picture(g);
      Tensor dy = result(g);
      Tensor y = Tensor.empty(dy.size());
      Tensor dx = Tensor.empty(x.size());
      double[] largest = new double[y.size()];
      Arrays.fill(largest, Double.NEGATIVE_INFINITY);
      int[] first = new int[y.size()];
      each(
          g,
          (xi, yi) -> {
            first[yi] = x.get(xi) > largest[yi] ? xi : first[yi];
            largest[yi] = Math.max(largest[yi], x.get(xi));
          });
      double[] gradient = new double[x.size()];
      for (int i = 0; i < first.length; i++) {
        gradient[first[i]] += dy.get(i);
      }
      Kernels kernels = implementation.ready();
      kernels.maxPool(g, x.segment(), x.at(), y.segment(), y.at(), ROWS);
      y.assertIs(i -> largest[i], 0);
      kernels.maxPoolGradient(
          g,
          x.segment(),
          x.at(),
          y.segment(),
          y.at(),
          dy.segment(),
          dy.at(),
          dx.segment(),
          dx.at(),
          ROWS);
      dx.assertIs(i -> gradient[i], TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void theSumAndTheMeanOfEachWindow(Implementation implementation) {
    for (Geometry g : GEOMETRIES) {
      Tensor x = picture(g);
      Tensor y = Tensor.empty(result(g).size());
      double[] counts = counts(g);
      double[] sums = new double[y.size()];
      each(g, (xi, yi) -> sums[yi] += x.get(xi));
      Kernels kernels = implementation.ready();
      kernels.sumPool(g, x.segment(), x.at(), y.segment(), y.at(), ROWS);
      y.assertIs(i -> sums[i], TOLERANCE);
      kernels.meanPool(g, x.segment(), x.at(), y.segment(), y.at(), ROWS);
      y.assertIs(i -> sums[i] / counts[i], TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void eachValueGoesToItsWindow(Implementation implementation) {
    for (Geometry g : GEOMETRIES) {
      Tensor y = result(g);
      Tensor x = Tensor.empty(picture(g).size());
      double[] counts = counts(g);
      double[] whole = new double[x.size()];
      double[] parts = new double[x.size()];
      each(
          g,
          (xi, yi) -> {
            whole[xi] += y.get(yi);
            parts[xi] += y.get(yi) / counts[yi];
          });
      Kernels kernels = implementation.ready();
      kernels.spreadSum(g, y.segment(), y.at(), x.segment(), x.at(), ROWS);
      x.assertIs(i -> whole[i], TOLERANCE);
      kernels.spreadMean(g, y.segment(), y.at(), x.segment(), x.at(), ROWS);
      x.assertIs(i -> parts[i], TOLERANCE);
    }
  }
}
