package dev.annotron.runtime.kernel;

/** The optimizer steps of {@link JavaKernels}, over arrays of one piece of the weights. */
final class JavaSteps {
  private JavaSteps() {}

  static void sgd(float[] w, float[] g, int count, float learningRate) {
    for (int i = 0; i < count; i++) {
      w[i] -= learningRate * g[i];
    }
  }

  static void sgdMomentum(
      float[] w,
      float[] g,
      float[] v,
      int count,
      float learningRate,
      float momentum,
      boolean nesterov) {
    for (int i = 0; i < count; i++) {
      v[i] = momentum * v[i] - learningRate * g[i];
    }
    for (int i = 0; i < count; i++) {
      w[i] += nesterov ? momentum * v[i] - learningRate * g[i] : v[i];
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
      float gradient = g[i];
      float mean = m[i] + (gradient - m[i]) * rate1;
      float square = v[i] + (gradient * gradient - v[i]) * rate2;
      m[i] = mean;
      v[i] = square;
      w[i] -= alpha * mean / ((float) Math.sqrt(square) + epsilon);
    }
  }
}
