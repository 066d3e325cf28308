package dev.annotron.runtime.kernel;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/**
 * {@link OptimizerKernels} in plain Java. Weights are copied piece by piece into arrays of the
 * thread, where HotSpot generates vector code; after a thread's first call nothing is allocated.
 */
interface JavaOptimizers extends OptimizerKernels {

  /** Arrays of one thread, each as long as a piece. */
  final class Pieces {
    private static final int SIZE = 1024;
    private static final ThreadLocal<Pieces> OF_THREAD = ThreadLocal.withInitial(Pieces::new);

    private final float[] w = new float[SIZE];
    private final float[] g = new float[SIZE];
    private final float[][] s = new float[3][SIZE];
  }

  @Override
  default void step(
      UpdateRule rule,
      MemorySegment weights,
      MemorySegment gradients,
      MemorySegment state,
      int count,
      float a,
      float b,
      float c,
      float d,
      float e) {
    Pieces p = Pieces.OF_THREAD.get();
    for (int start = 0; start < count; start += Pieces.SIZE) {
      int size = Math.min(Pieces.SIZE, count - start);
      Floats.read(weights, start, p.w, size);
      Floats.read(gradients, start, p.g, size);
      for (int slot = 0; slot < rule.slots(); slot++) {
        Floats.read(state, (long) slot * count + start, p.s[slot], size);
      }
      piece(rule, p.w, p.g, p.s, size, a, b, c, d, e);
      Floats.write(p.w, weights, start, size);
      for (int slot = 0; slot < rule.slots(); slot++) {
        Floats.write(p.s[slot], state, (long) slot * count + start, size);
      }
    }
  }

  private static void piece(
      UpdateRule rule,
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float a,
      float b,
      float c,
      float d,
      float e) {
    switch (rule) {
      case SGD -> JavaSteps.sgd(w, g, count, a);
      case MOMENTUM -> JavaSteps.momentum(w, g, s[0], count, a, b);
      case NESTEROV -> JavaSteps.nesterov(w, g, s[0], count, a, b);
      case ADAM -> JavaSteps.adam(w, g, s[0], s[1], count, a, b, c, d);
      case AMSGRAD -> JavaSteps.amsgrad(w, g, s, count, a, b, c, d);
      case RMSPROP -> JavaSteps.rmsProp(w, g, s[0], count, a, b, c);
      case RMSPROP_MOMENTUM -> JavaSteps.rmsPropMomentum(w, g, s, count, a, b, c, d);
      case RMSPROP_CENTERED -> JavaSteps.rmsPropCentered(w, g, s, count, a, b, c, d);
      case ADAGRAD -> JavaSteps.adagrad(w, g, s[0], count, a, b);
      case ADADELTA -> JavaSteps.adadelta(w, g, s, count, a, b, c);
      case ADAMAX -> JavaSteps.adamax(w, g, s, count, a, b, c, d);
      case NADAM -> JavaSteps.nadam(w, g, s, count, a, b, c, d, e);
      case LION -> JavaSteps.lion(w, g, s[0], count, a, b, c);
      case FTRL -> JavaSteps.ftrl(w, g, s, count, a, b, c, d, e);
    }
  }

  @Override
  default void blend(
      MemorySegment x, long xAt, float a, MemorySegment y, long yAt, float b, int count) {
    Pieces p = Pieces.OF_THREAD.get();
    for (int start = 0; start < count; start += Pieces.SIZE) {
      int size = Math.min(Pieces.SIZE, count - start);
      Floats.read(x, xAt + start, p.w, size);
      Floats.read(y, yAt + start, p.g, size);
      HeapSteps.blend(p.w, 0, a, p.g, 0, b, size);
      Floats.write(p.g, y, yAt + start, size);
    }
  }

  @Override
  default void clipValue(MemorySegment x, long xAt, int count, float limit) {
    Pieces p = Pieces.OF_THREAD.get();
    for (int start = 0; start < count; start += Pieces.SIZE) {
      int size = Math.min(Pieces.SIZE, count - start);
      Floats.read(x, xAt + start, p.w, size);
      HeapSteps.clipValue(p.w, 0, size, limit);
      Floats.write(p.w, x, xAt + start, size);
    }
  }

  @Override
  default void clipNorm(MemorySegment x, long xAt, int count, float limit) {
    Pieces p = Pieces.OF_THREAD.get();
    double sum = 0;
    for (int start = 0; start < count; start += Pieces.SIZE) {
      int size = Math.min(Pieces.SIZE, count - start);
      Floats.read(x, xAt + start, p.w, size);
      sum += HeapSteps.squareSum(p.w, 0, 1, size);
    }
    double norm = Math.sqrt(sum);
    if (norm > limit) {
      blend(x, xAt, (float) (limit / norm), x, xAt, 0, count);
    }
  }

  @Override
  default void limitNorms(
      MemorySegment x, long xAt, int outer, int length, int inner, float limit) {
    for (int block = 0; block < outer; block++) {
      for (int i = 0; i < inner; i++) {
        long at = xAt + (long) block * length * inner + i;
        double sum = 0;
        for (int j = 0; j < length; j++) {
          double value = x.getAtIndex(JAVA_FLOAT, at + (long) j * inner);
          sum += value * value;
        }
        float scale = HeapSteps.limitScale(Math.sqrt(sum), limit);
        for (int j = 0; j < length; j++) {
          long k = at + (long) j * inner;
          x.setAtIndex(JAVA_FLOAT, k, scale * x.getAtIndex(JAVA_FLOAT, k));
        }
      }
    }
  }

  @Override
  default double penalty(MemorySegment weights, long at, int count, float l1, float l2) {
    Pieces p = Pieces.OF_THREAD.get();
    double sum = 0;
    for (int start = 0; start < count; start += Pieces.SIZE) {
      int size = Math.min(Pieces.SIZE, count - start);
      Floats.read(weights, at + start, p.w, size);
      sum += HeapSteps.penalty(p.w, 0, size, l1, l2);
    }
    return sum;
  }

  @Override
  default void addPenaltyGradient(
      MemorySegment weights, MemorySegment gradients, long at, int count, float l1, float l2) {
    Pieces p = Pieces.OF_THREAD.get();
    for (int start = 0; start < count; start += Pieces.SIZE) {
      int size = Math.min(Pieces.SIZE, count - start);
      Floats.read(weights, at + start, p.w, size);
      Floats.read(gradients, at + start, p.g, size);
      HeapSteps.addPenaltyGradient(p.w, p.g, 0, size, l1, l2);
      Floats.write(p.g, gradients, at + start, size);
    }
  }
}
