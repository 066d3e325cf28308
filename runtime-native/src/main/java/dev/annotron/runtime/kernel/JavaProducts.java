package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The convolutions of {@link JavaKernels}, picture by picture. All three add multiples of a line of
 * one operand to a line of the result, in arrays of their own, where HotSpot generates vector code:
 * a line has the filters, or the channels, of a group.
 */
final class JavaProducts {
  private static final ThreadLocal<JavaProducts> OF_THREAD =
      ThreadLocal.withInitial(JavaProducts::new);

  private final Lines kernel = new Lines();
  private final Lines sums = new Lines();
  private final Lines totals = new Lines();
  private float[] values = new float[0];

  private JavaProducts() {}

  static JavaProducts ofThread() {
    return OF_THREAD.get();
  }

  /** Arrays that grow to the most and the longest that were asked for. */
  private static final class Lines {
    private float[][] lines = new float[0][0];
    private int width;

    float[][] of(int count, int atLeast) {
      if (lines.length < count || width < atLeast) {
        width = Math.max(width, atLeast);
        lines = new float[Math.max(lines.length, count)][width];
      }
      return lines;
    }

    float[][] zeros(int count, int atLeast) {
      float[][] all = of(count, atLeast);
      for (int i = 0; i < count; i++) {
        Arrays.fill(all[i], 0, atLeast, 0);
      }
      return all;
    }
  }

  void convolve(
      Geometry g,
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment y,
      long yAt,
      int rows) {
    int channels = channels(g);
    int width = filters(g);
    float[][] lines = kernel.of(g.groups() * g.taps() * channels, width);
    readKernel(g, weights, kernelAt, lines);
    int size = g.positions() * g.channels();
    for (int row = 0; row < rows; row++) {
      float[] picture = read(x, xAt + (long) row * size, size);
      float[][] result = sums.zeros(g.windows() * g.groups(), width);
      for (int window = 0; window < g.windows(); window++) {
        for (int tap = 0; tap < g.taps(); tap++) {
          int position = g.position(window, tap);
          for (int i = 0; i < g.channels() && position >= 0; i++) {
            int group = i / channels;
            float[] line = lines[(group * g.taps() + tap) * channels + i % channels];
            add(
                result[window * g.groups() + group],
                picture[position * g.channels() + i],
                line,
                width);
          }
        }
      }
      write(
          result, y, yAt + (long) row * g.windows() * g.filters(), g.windows() * g.groups(), width);
    }
  }

  void transposed(
      Geometry g,
      MemorySegment y,
      long yAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment x,
      long xAt,
      int rows) {
    int filters = filters(g);
    int width = channels(g);
    float[][] lines = kernel.of(g.groups() * g.taps() * filters, width);
    readTransposedKernel(g, weights, kernelAt, lines);
    int size = g.windows() * g.filters();
    for (int row = 0; row < rows; row++) {
      float[] result = read(y, yAt + (long) row * size, size);
      float[][] picture = sums.zeros(g.positions() * g.groups(), width);
      for (int window = 0; window < g.windows(); window++) {
        for (int tap = 0; tap < g.taps(); tap++) {
          int position = g.position(window, tap);
          for (int i = 0; i < g.filters() && position >= 0; i++) {
            int group = i / filters;
            float[] line = lines[(group * g.taps() + tap) * filters + i % filters];
            add(
                picture[position * g.groups() + group],
                result[window * g.filters() + i],
                line,
                width);
          }
        }
      }
      long at = xAt + (long) row * g.positions() * g.channels();
      write(picture, x, at, g.positions() * g.groups(), width);
    }
  }

  /** Each picture's sum is added to the total by itself, which keeps more digits. */
  void gradient(
      Geometry g,
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dKernelAt,
      int rows) {
    int channels = channels(g);
    int width = filters(g);
    int count = g.groups() * g.taps() * channels;
    float[][] total = totals.zeros(count, width);
    int size = g.positions() * g.channels();
    for (int row = 0; row < rows; row++) {
      float[] picture = read(x, xAt + (long) row * size, size);
      float[][] result = sums.of(g.windows() * g.groups(), width);
      read(
          dy,
          dyAt + (long) row * g.windows() * g.filters(),
          result,
          g.windows() * g.groups(),
          width);
      float[][] sum = kernel.zeros(count, width);
      for (int window = 0; window < g.windows(); window++) {
        for (int tap = 0; tap < g.taps(); tap++) {
          int position = g.position(window, tap);
          for (int i = 0; i < g.channels() && position >= 0; i++) {
            int group = i / channels;
            float[] line = sum[(group * g.taps() + tap) * channels + i % channels];
            add(
                line,
                picture[position * g.channels() + i],
                result[window * g.groups() + group],
                width);
          }
        }
      }
      for (int i = 0; i < count; i++) {
        add(total[i], 1, sum[i], width);
      }
    }
    for (int i = 0; i < count; i++) {
      Floats.write(total[i], gradients, dKernelAt + kernelLine(g, i), width);
    }
  }

  private static int channels(Geometry g) {
    return g.channels() / g.groups();
  }

  private static int filters(Geometry g) {
    return g.filters() / g.groups();
  }

  private static void add(float[] sum, float factor, float[] line, int width) {
    for (int j = 0; j < width; j++) {
      sum[j] += factor * line[j];
    }
  }

  private float[] read(MemorySegment from, long at, int count) {
    if (values.length < count) {
      values = new float[count];
    }
    Floats.read(from, at, values, count);
    return values;
  }

  private static void read(MemorySegment from, long at, float[][] lines, int count, int width) {
    for (int i = 0; i < count; i++) {
      Floats.read(from, at + (long) i * width, lines[i], width);
    }
  }

  private static void write(float[][] lines, MemorySegment to, long at, int count, int width) {
    for (int i = 0; i < count; i++) {
      Floats.write(lines[i], to, at + (long) i * width, width);
    }
  }

  /** Where line {@code (group, tap, channel)} begins in a kernel. */
  private static long kernelLine(Geometry g, int line) {
    int perGroup = g.taps() * channels(g);
    return (long) (line % perGroup) * g.filters() + (long) (line / perGroup) * filters(g);
  }

  private static void readKernel(Geometry g, MemorySegment weights, long at, float[][] lines) {
    for (int i = 0; i < g.groups() * g.taps() * channels(g); i++) {
      Floats.read(weights, at + kernelLine(g, i), lines[i], filters(g));
    }
  }

  /** Line {@code (group, tap, filter)} has the channels. */
  private static void readTransposedKernel(
      Geometry g, MemorySegment weights, long at, float[][] lines) {
    int channels = channels(g);
    int filters = filters(g);
    for (int i = 0; i < g.groups() * g.taps() * channels; i++) {
      for (int filter = 0; filter < filters; filter++) {
        lines[i / channels * filters + filter][i % channels] =
            weights.getAtIndex(JAVA_FLOAT, at + kernelLine(g, i) + filter);
      }
    }
  }
}
