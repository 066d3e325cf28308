package dev.annotron.runtime.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The kernels in plain Java: the oracle that the native ones are tested against, and what runs
 * where there is no native library. Operands are copied piece by piece into arrays of the thread,
 * where HotSpot generates vector code; after a thread's first call nothing is allocated.
 */
public final class JavaKernels
    implements Kernels,
        JavaShapes,
        JavaElements,
        JavaNormalizations,
        JavaConvolutions,
        JavaRandoms,
        JavaOptimizers,
        JavaRecurrent,
        JavaSequences {
  /** The floats that elementwise kernels handle at a time. */
  private static final int CHUNK = 1024;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  /** Arrays of one thread; they grow to the widest row seen. */
  private static final class Scratch {
    private float[] a = new float[CHUNK];
    private float[] b = new float[CHUNK];
    private float[] c = new float[CHUNK];

    Scratch atLeast(int count) {
      if (a.length < count) {
        a = new float[count];
        b = new float[count];
        c = new float[count];
      }
      return this;
    }
  }

  /** Makes kernels that any number of threads may use. */
  public JavaKernels() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public void dense(
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long kernelAt,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int in,
      int units,
      Function function,
      float slope) {
    JavaProduct.ofThread()
        .multiply(x, xAt, in, 1, weights, kernelAt, units, 1, y, yAt, rows, units, in);
    if (biasAt >= 0) {
      addBias(y, yAt, weights, biasAt, y, yAt, rows, units);
    }
    if (function != Function.LINEAR) {
      activation(function, slope, y, yAt, y, yAt, Math.multiplyExact(rows, units));
    }
  }

  @Override
  public void denseInputGradient(
      MemorySegment dy,
      long dyAt,
      MemorySegment weights,
      long kernelAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int in,
      int units) {
    JavaProduct.ofThread()
        .multiply(dy, dyAt, units, 1, weights, kernelAt, 1, units, dx, dxAt, rows, in, units);
  }

  @Override
  public void denseKernelGradient(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      long dKernelAt,
      int rows,
      int in,
      int units) {
    JavaProduct.ofThread()
        .multiply(x, xAt, 1, in, dy, dyAt, units, 1, gradients, dKernelAt, in, units, rows);
  }

  @Override
  public void denseKernelStep(
      MemorySegment x,
      long xAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment gradients,
      MemorySegment weights,
      long kernelAt,
      int rows,
      int in,
      int units,
      float learningRate) {
    denseKernelGradient(x, xAt, dy, dyAt, gradients, kernelAt, rows, in, units);
    blend(gradients, kernelAt, -learningRate, weights, kernelAt, 1, in * units);
  }

  @Override
  public void sumRows(
      MemorySegment x, long xAt, MemorySegment sum, long sumAt, int rows, int columns) {
    Scratch s = SCRATCH.get().atLeast(columns);
    float[] total = s.a;
    float[] row = s.b;
    Arrays.fill(total, 0, columns, 0);
    for (int i = 0; i < rows; i++) {
      Floats.read(x, xAt + (long) i * columns, row, columns);
      for (int j = 0; j < columns; j++) {
        total[j] += row[j];
      }
    }
    Floats.write(total, sum, sumAt, columns);
  }

  @Override
  public void addBias(
      MemorySegment x,
      long xAt,
      MemorySegment weights,
      long biasAt,
      MemorySegment y,
      long yAt,
      int rows,
      int columns) {
    Scratch s = SCRATCH.get().atLeast(columns);
    float[] bias = s.a;
    float[] row = s.b;
    Floats.read(weights, biasAt, bias, columns);
    for (int i = 0; i < rows; i++) {
      Floats.read(x, xAt + (long) i * columns, row, columns);
      for (int j = 0; j < columns; j++) {
        row[j] += bias[j];
      }
      Floats.write(row, y, yAt + (long) i * columns, columns);
    }
  }

  @Override
  public void activation(
      Function function,
      float slope,
      MemorySegment x,
      long xAt,
      MemorySegment y,
      long yAt,
      int count) {
    float[] value = SCRATCH.get().a;
    for (int start = 0; start < count; start += CHUNK) {
      int size = Math.min(CHUNK, count - start);
      Floats.read(x, xAt + start, value, size);
      for (int i = 0; i < size; i++) {
        value[i] = Functions.apply(function, slope, value[i]);
      }
      Floats.write(value, y, yAt + start, size);
    }
  }

  @Override
  public void activationGradient(
      Function function,
      float slope,
      MemorySegment value,
      long valueAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int count) {
    Scratch s = SCRATCH.get();
    float[] v = s.a;
    float[] d = s.b;
    for (int start = 0; start < count; start += CHUNK) {
      int size = Math.min(CHUNK, count - start);
      Floats.read(value, valueAt + start, v, size);
      Floats.read(dy, dyAt + start, d, size);
      for (int i = 0; i < size; i++) {
        d[i] *= Functions.derivative(function, slope, v[i]);
      }
      Floats.write(d, dx, dxAt + start, size);
    }
  }

  @Override
  public void softmax(MemorySegment x, long xAt, MemorySegment y, long yAt, int rows, int columns) {
    float[] row = SCRATCH.get().atLeast(columns).a;
    for (int i = 0; i < rows; i++) {
      Floats.read(x, xAt + (long) i * columns, row, columns);
      HeapKernels.softmax(row, 0, row, 0, 1, columns);
      Floats.write(row, y, yAt + (long) i * columns, columns);
    }
  }

  @Override
  public void softmaxGradient(
      MemorySegment y,
      long yAt,
      MemorySegment dy,
      long dyAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    Scratch s = SCRATCH.get().atLeast(columns);
    for (int i = 0; i < rows; i++) {
      Floats.read(y, yAt + (long) i * columns, s.a, columns);
      Floats.read(dy, dyAt + (long) i * columns, s.b, columns);
      HeapKernels.softmaxGradient(s.a, 0, s.b, 0, s.b, 0, 1, columns);
      Floats.write(s.b, dx, dxAt + (long) i * columns, columns);
    }
  }

  @Override
  public void add(
      MemorySegment a, long aAt, MemorySegment b, long bAt, MemorySegment y, long yAt, int count) {
    Scratch s = SCRATCH.get();
    float[] left = s.a;
    float[] right = s.b;
    for (int start = 0; start < count; start += CHUNK) {
      int size = Math.min(CHUNK, count - start);
      Floats.read(a, aAt + start, left, size);
      Floats.read(b, bAt + start, right, size);
      for (int i = 0; i < size; i++) {
        left[i] += right[i];
      }
      Floats.write(left, y, yAt + start, size);
    }
  }

  @Override
  public void copyRows(
      MemorySegment x,
      long xAt,
      long xStride,
      MemorySegment y,
      long yAt,
      long yStride,
      int width,
      int rows) {
    for (int row = 0; row < rows; row++) {
      long from = (xAt + row * xStride) * Float.BYTES;
      long to = (yAt + row * yStride) * Float.BYTES;
      MemorySegment.copy(x, from, y, to, (long) width * Float.BYTES);
    }
  }

  @Override
  public double loss(
      LossFunction loss,
      float shape,
      float balance,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      int rows,
      int columns) {
    Scratch s = SCRATCH.get().atLeast(columns);
    int targetColumns = loss.sparse() ? 1 : columns;
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      Floats.read(prediction, predictionAt + (long) i * columns, s.a, columns);
      Floats.read(target, targetAt + (long) i * targetColumns, s.b, targetColumns);
      sum += RowLosses.value(loss, shape, balance, s.a, 0, s.b, 0, columns);
    }
    return sum / RowLosses.terms(loss, rows, columns);
  }

  @Override
  public void lossGradient(
      LossFunction loss,
      float shape,
      float balance,
      float weight,
      MemorySegment prediction,
      long predictionAt,
      MemorySegment target,
      long targetAt,
      MemorySegment dx,
      long dxAt,
      int rows,
      int columns) {
    Scratch s = SCRATCH.get().atLeast(columns);
    int targetColumns = loss.sparse() ? 1 : columns;
    float scale = RowLosses.scale(loss, weight, rows, columns);
    for (int i = 0; i < rows; i++) {
      Floats.read(prediction, predictionAt + (long) i * columns, s.a, columns);
      Floats.read(target, targetAt + (long) i * targetColumns, s.b, targetColumns);
      RowLosses.gradient(loss, shape, balance, scale, s.a, 0, s.b, 0, s.c, 0, columns);
      Floats.write(s.c, dx, dxAt + (long) i * columns, columns);
    }
  }
}
