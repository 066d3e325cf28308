package dev.annotron.runtime.kernel;

/**
 * What stands around an optimizer's step, over heap memory, for networks that are computed in Java
 * alone. The methods mean what those of the same name in {@link OptimizerKernels} mean.
 */
public final class HeapSteps {
  /** What {@link #limitNorms} adds to a norm, as Keras does. */
  private static final double EPSILON = 1e-7;

  private HeapSteps() {}

  /** {@code y = a · x + b · y}; where {@code b} is 0, {@code y} is not read. */
  public static void blend(float[] x, int xAt, float a, float[] y, int yAt, float b, int count) {
    if (b == 0) {
      for (int i = 0; i < count; i++) {
        y[yAt + i] = a * x[xAt + i];
      }
    } else {
      for (int i = 0; i < count; i++) {
        y[yAt + i] = a * x[xAt + i] + b * y[yAt + i];
      }
    }
  }

  /** {@code x = min(max(x, −limit), limit)}. */
  public static void clipValue(float[] x, int xAt, int count, float limit) {
    for (int i = xAt; i < xAt + count; i++) {
      x[i] = Math.min(Math.max(x[i], -limit), limit);
    }
  }

  /** {@code x = x · limit / norm} where the norm is above the limit. */
  public static void clipNorm(float[] x, int xAt, int count, float limit) {
    double norm = Math.sqrt(squareSum(x, xAt, 1, count));
    if (norm > limit) {
      blend(x, xAt, (float) (limit / norm), x, xAt, 0, count);
    }
  }

  /** {@code x · min(norm, limit) / (norm + 1e-7)} for each vector along the middle axis. */
  public static void limitNorms(float[] x, int xAt, int outer, int length, int inner, float limit) {
    for (int block = 0; block < outer; block++) {
      for (int i = 0; i < inner; i++) {
        int at = xAt + block * length * inner + i;
        double norm = Math.sqrt(squareSum(x, at, inner, length));
        float scale = limitScale(norm, limit);
        for (int j = 0; j < length; j++) {
          x[at + j * inner] *= scale;
        }
      }
    }
  }

  /** {@code x / (norm + 1e-7)} for each vector along the middle axis. */
  public static void unitNorms(float[] x, int xAt, int outer, int length, int inner) {
    for (int block = 0; block < outer; block++) {
      for (int i = 0; i < inner; i++) {
        int at = xAt + block * length * inner + i;
        float scale = unitScale(Math.sqrt(squareSum(x, at, inner, length)));
        for (int j = 0; j < length; j++) {
          x[at + j * inner] *= scale;
        }
      }
    }
  }

  /** {@code x = max(x, 0)}. */
  public static void nonNegative(float[] x, int xAt, int count) {
    for (int i = xAt; i < xAt + count; i++) {
      x[i] = Math.max(x[i], 0);
    }
  }

  /** {@code Σ (l1 · |w| + l2 · w²)}, summed in double. */
  public static double penalty(float[] w, int at, int count, float l1, float l2) {
    double sum = 0;
    for (int i = at; i < at + count; i++) {
      sum += l1 * (double) Math.abs(w[i]) + l2 * (double) w[i] * w[i];
    }
    return sum;
  }

  /** {@code g ← g + l1 · sign(w) + 2 · l2 · w}. */
  public static void addPenaltyGradient(
      float[] w, float[] g, int at, int count, float l1, float l2) {
    for (int i = at; i < at + count; i++) {
      g[i] += l1 * Math.signum(w[i]) + 2 * l2 * w[i];
    }
  }

  /** {@code Σ (l1 · |x| + l2 · x²) / rows} over {@code x[rows, columns]}. */
  public static double activityPenalty(
      float[] x, int xAt, int rows, int columns, float l1, float l2) {
    return penalty(x, xAt, rows * columns, l1, l2) / rows;
  }

  /** {@code dx = (l1 · sign(x) + 2 · l2 · x) / rows}. */
  public static void activityGradient(
      float[] x, int xAt, float[] dx, int dxAt, int rows, int columns, float l1, float l2) {
    for (int i = 0; i < rows * columns; i++) {
      float value = x[xAt + i];
      dx[dxAt + i] = (l1 * Math.signum(value) + 2 * l2 * value) / rows;
    }
  }

  static float limitScale(double norm, float limit) {
    return (float) (Math.min(norm, limit) / (norm + EPSILON));
  }

  static float unitScale(double norm) {
    return (float) (1 / (norm + EPSILON));
  }

  static double squareSum(float[] x, int at, int stride, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double value = x[at + i * stride];
      sum += value * value;
    }
    return sum;
  }
}
