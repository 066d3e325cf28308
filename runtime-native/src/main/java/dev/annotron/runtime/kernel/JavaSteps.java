package dev.annotron.runtime.kernel;

/**
 * The optimizer steps of {@link JavaOptimizers}, over arrays of one piece of the weights. Formulas
 * and the order of numbers are those of {@link OptimizerKernels}.
 */
final class JavaSteps {
  private JavaSteps() {}

  static void sgd(float[] w, float[] g, int count, float learningRate) {
    for (int i = 0; i < count; i++) {
      w[i] -= learningRate * g[i];
    }
  }

  static void momentum(
      float[] w, float[] g, float[] v, int count, float learningRate, float momentum) {
    for (int i = 0; i < count; i++) {
      v[i] = momentum * v[i] - learningRate * g[i];
      w[i] += v[i];
    }
  }

  static void nesterov(
      float[] w, float[] g, float[] v, int count, float learningRate, float momentum) {
    for (int i = 0; i < count; i++) {
      v[i] = momentum * v[i] - learningRate * g[i];
      w[i] += momentum * v[i] - learningRate * g[i];
    }
  }

  static void adam(
      float[] w,
      float[] g,
      float[] m,
      float[] v,
      int count,
      float alpha,
      float rate1,
      float rate2,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      m[i] = mean(m[i], g[i], rate1);
      v[i] = mean(v[i], g[i] * g[i], rate2);
      w[i] -= alpha * m[i] / (root(v[i]) + epsilon);
    }
  }

  static void amsgrad(
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float alpha,
      float rate1,
      float rate2,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      s[0][i] = mean(s[0][i], g[i], rate1);
      s[1][i] = mean(s[1][i], g[i] * g[i], rate2);
      s[2][i] = Math.max(s[2][i], s[1][i]);
      w[i] -= alpha * s[0][i] / (root(s[2][i]) + epsilon);
    }
  }

  static void rmsProp(
      float[] w, float[] g, float[] v, int count, float learningRate, float rate, float epsilon) {
    for (int i = 0; i < count; i++) {
      v[i] = mean(v[i], g[i] * g[i], rate);
      w[i] -= learningRate * g[i] / root(v[i] + epsilon);
    }
  }

  static void rmsPropMomentum(
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float learningRate,
      float rate,
      float epsilon,
      float momentum) {
    for (int i = 0; i < count; i++) {
      s[0][i] = mean(s[0][i], g[i] * g[i], rate);
      s[1][i] = momentum * s[1][i] + learningRate * g[i] / root(s[0][i] + epsilon);
      w[i] -= s[1][i];
    }
  }

  static void rmsPropCentered(
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float learningRate,
      float rate,
      float epsilon,
      float momentum) {
    for (int i = 0; i < count; i++) {
      s[0][i] = mean(s[0][i], g[i] * g[i], rate);
      s[2][i] = mean(s[2][i], g[i], rate);
      float divisor = root(s[0][i] - s[2][i] * s[2][i] + epsilon);
      s[1][i] = momentum * s[1][i] + learningRate * g[i] / divisor;
      w[i] -= s[1][i];
    }
  }

  static void adagrad(
      float[] w, float[] g, float[] a, int count, float learningRate, float epsilon) {
    for (int i = 0; i < count; i++) {
      a[i] += g[i] * g[i];
      w[i] -= learningRate * g[i] / root(a[i] + epsilon);
    }
  }

  static void adadelta(
      float[] w, float[] g, float[][] s, int count, float learningRate, float rate, float epsilon) {
    for (int i = 0; i < count; i++) {
      s[0][i] = mean(s[0][i], g[i] * g[i], rate);
      float step = g[i] * root(s[1][i] + epsilon) / root(s[0][i] + epsilon);
      s[1][i] = mean(s[1][i], step * step, rate);
      w[i] -= learningRate * step;
    }
  }

  static void adamax(
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float alpha,
      float rate1,
      float beta2,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      s[0][i] = mean(s[0][i], g[i], rate1);
      s[1][i] = Math.max(beta2 * s[1][i], Math.abs(g[i]));
      w[i] -= alpha * s[0][i] / (s[1][i] + epsilon);
    }
  }

  static void nadam(
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float ahead,
      float now,
      float rate1,
      float rate2,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      s[0][i] = mean(s[0][i], g[i], rate1);
      s[1][i] = mean(s[1][i], g[i] * g[i], rate2);
      w[i] -= (ahead * s[0][i] + now * g[i]) / (root(s[1][i]) + epsilon);
    }
  }

  static void lion(
      float[] w, float[] g, float[] m, int count, float learningRate, float rate1, float rate2) {
    for (int i = 0; i < count; i++) {
      w[i] -= learningRate * Math.signum(mean(m[i], g[i], rate1));
      m[i] = mean(m[i], g[i], rate2);
    }
  }

  static void ftrl(
      float[] w,
      float[] g,
      float[][] s,
      int count,
      float learningRate,
      float p,
      float l1,
      float l2,
      float shrinkage) {
    for (int i = 0; i < count; i++) {
      float power = power(s[0][i] + g[i] * g[i], p);
      float pull = (power - power(s[0][i], p)) / learningRate;
      s[0][i] += g[i] * g[i];
      s[1][i] += g[i] + shrinkage * w[i] - pull * w[i];
      float z = s[1][i];
      w[i] = (Math.min(Math.max(z, -l1), l1) - z) / (power / learningRate + l2);
    }
  }

  private static float mean(float old, float value, float rate) {
    return old + (value - old) * rate;
  }

  private static float root(float x) {
    return (float) Math.sqrt(x);
  }

  private static float power(float x, float p) {
    return p == 0.5f ? root(x) : (float) Math.pow(x, p);
  }
}
