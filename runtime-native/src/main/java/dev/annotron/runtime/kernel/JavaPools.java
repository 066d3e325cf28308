package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** The pools of {@link JavaKernels}, picture by picture, in arrays of the thread. */
final class JavaPools {
  private static final ThreadLocal<JavaPools> OF_THREAD = ThreadLocal.withInitial(JavaPools::new);

  private float[] picture = new float[0];
  private float[] result = new float[0];
  private float[] gradient = new float[0];
  private float[] source = new float[0];
  private boolean[] found = new boolean[0];

  private JavaPools() {}

  static JavaPools ofThread() {
    return OF_THREAD.get();
  }

  private void reserve(Geometry g) {
    int size = g.positions() * g.channels();
    if (picture.length < size) {
      picture = new float[size];
      source = new float[size];
    }
    int results = g.windows() * g.channels();
    if (result.length < results) {
      result = new float[results];
      gradient = new float[results];
      found = new boolean[results];
    }
  }

  void max(Geometry g, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    reserve(g);
    int size = g.positions() * g.channels();
    int results = g.windows() * g.channels();
    for (int row = 0; row < rows; row++) {
      Floats.read(x, xAt + (long) row * size, picture, size);
      Arrays.fill(result, 0, results, Float.NEGATIVE_INFINITY);
      for (int window = 0; window < g.windows(); window++) {
        for (int tap = 0; tap < g.taps(); tap++) {
          int position = g.position(window, tap);
          for (int c = 0; c < g.channels() && position >= 0; c++) {
            int to = window * g.channels() + c;
            result[to] = Math.max(result[to], picture[position * g.channels() + c]);
          }
        }
      }
      Floats.write(result, y, yAt + (long) row * results, results);
    }
  }

  void maxGradient(
      Geometry g,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows) {
    reserve(g);
    int size = g.positions() * g.channels();
    int results = g.windows() * g.channels();
    for (int row = 0; row < rows; row++) {
      Floats.read(x, xAt + (long) row * size, source, size);
      Floats.read(y, yAt + (long) row * results, result, results);
      Floats.read(dy, dyAt + (long) row * results, gradient, results);
      Arrays.fill(picture, 0, size, 0);
      Arrays.fill(found, 0, results, false);
      for (int window = 0; window < g.windows(); window++) {
        for (int tap = 0; tap < g.taps(); tap++) {
          giveToLargest(g, window, g.position(window, tap));
        }
      }
      Floats.write(picture, dx, dxAt + (long) row * size, size);
    }
  }

  private void giveToLargest(Geometry g, int window, int position) {
    for (int c = 0; c < g.channels() && position >= 0; c++) {
      int from = window * g.channels() + c;
      int to = position * g.channels() + c;
      if (!found[from] && source[to] == result[from]) {
        found[from] = true;
        picture[to] += gradient[from];
      }
    }
  }

  void sum(
      Geometry g, boolean mean, MemorySegment x, long xAt, MemorySegment y, long yAt, int rows) {
    reserve(g);
    int size = g.positions() * g.channels();
    int results = g.windows() * g.channels();
    for (int row = 0; row < rows; row++) {
      Floats.read(x, xAt + (long) row * size, picture, size);
      Arrays.fill(result, 0, results, 0);
      for (int window = 0; window < g.windows(); window++) {
        for (int tap = 0; tap < g.taps(); tap++) {
          int position = g.position(window, tap);
          for (int c = 0; c < g.channels() && position >= 0; c++) {
            result[window * g.channels() + c] += picture[position * g.channels() + c];
          }
        }
        scale(g, mean, window);
      }
      Floats.write(result, y, yAt + (long) row * results, results);
    }
  }

  void spread(
      Geometry g, boolean mean, MemorySegment y, long yAt, MemorySegment x, long xAt, int rows) {
    reserve(g);
    int size = g.positions() * g.channels();
    int results = g.windows() * g.channels();
    for (int row = 0; row < rows; row++) {
      Floats.read(y, yAt + (long) row * results, result, results);
      Arrays.fill(picture, 0, size, 0);
      for (int window = 0; window < g.windows(); window++) {
        scale(g, mean, window);
        for (int tap = 0; tap < g.taps(); tap++) {
          int position = g.position(window, tap);
          for (int c = 0; c < g.channels() && position >= 0; c++) {
            picture[position * g.channels() + c] += result[window * g.channels() + c];
          }
        }
      }
      Floats.write(picture, x, xAt + (long) row * size, size);
    }
  }

  /** Divides a window's results by the number of its taps inside of the picture, for a mean. */
  private void scale(Geometry g, boolean mean, int window) {
    int count = mean ? 0 : 1;
    for (int tap = 0; tap < g.taps() && mean; tap++) {
      count += g.position(window, tap) >= 0 ? 1 : 0;
    }
    float part = 1f / count;
    for (int c = 0; c < g.channels(); c++) {
      result[window * g.channels() + c] *= part;
    }
  }
}
