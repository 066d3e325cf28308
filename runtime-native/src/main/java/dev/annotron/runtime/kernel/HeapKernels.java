package dev.annotron.runtime.kernel;

/**
 * The row-wise kernels over heap memory, for networks that are computed in Java alone; {@link
 * JavaKernels} runs the same code on copies of rows. They mean what the methods of the same name in
 * {@link Kernels} mean, with {@code float[]} for segments.
 */
public final class HeapKernels {
  private HeapKernels() {}

  /** Softmax of each row, safe for any finite values; {@code y} may be {@code x}. */
  public static void softmax(float[] x, int xAt, float[] y, int yAt, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      softmaxRow(x, xAt + row * columns, y, yAt + row * columns, columns);
    }
  }

  private static void softmaxRow(float[] x, int xAt, float[] y, int yAt, int columns) {
    float max = max(x, xAt, columns);
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double power = Math.exp((double) x[xAt + j] - max);
      y[yAt + j] = (float) power;
      sum += power;
    }
    for (int j = 0; j < columns; j++) {
      y[yAt + j] = (float) (y[yAt + j] / sum);
    }
  }

  /** {@code dx = y * (dy − Σ row of dy * y)}; {@code dx} may be {@code dy}. */
  public static void softmaxGradient(
      float[] y, int yAt, float[] dy, int dyAt, float[] dx, int dxAt, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += (double) dy[dyAt + at + j] * y[yAt + at + j];
      }
      for (int j = 0; j < columns; j++) {
        dx[dxAt + at + j] = (float) (y[yAt + at + j] * (dy[dyAt + at + j] - sum));
      }
    }
  }

  /**
   * {@link #loss(LossFunction, float, float, float[], int, float[], int, int, int)} with the usual
   * options.
   *
   * @throws IllegalArgumentException if a sparse target is not a class number
   */
  public static double loss(
      LossFunction loss,
      float[] prediction,
      int predictionAt,
      float[] target,
      int targetAt,
      int rows,
      int columns) {
    float shape = loss.shape();
    float balance = LossFunction.UNBALANCED;
    return loss(loss, shape, balance, prediction, predictionAt, target, targetAt, rows, columns);
  }

  /**
   * The loss of {@code rows} samples, averaged as {@link LossFunction} says; summed in double.
   *
   * @throws IllegalArgumentException if a sparse target is not a class number
   */
  public static double loss(
      LossFunction loss,
      float shape,
      float balance,
      float[] prediction,
      int predictionAt,
      float[] target,
      int targetAt,
      int rows,
      int columns) {
    double terms = RowLosses.terms(loss, rows, columns);
    if (loss.isElementwise()) {
      int count = rows * columns;
      return RowLosses.value(
              loss, shape, balance, prediction, predictionAt, target, targetAt, count)
          / terms;
    }
    int targetColumns = loss.sparse() ? 1 : columns;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int at = predictionAt + row * columns;
      int tAt = targetAt + row * targetColumns;
      sum += RowLosses.value(loss, shape, balance, prediction, at, target, tAt, columns);
    }
    return sum / terms;
  }

  /**
   * {@code dx = weight * d loss / d prediction} with the usual options; see {@link
   * Kernels#lossGradient}.
   *
   * @throws IllegalArgumentException if a sparse target is not a class number
   */
  public static void lossGradient(
      LossFunction loss,
      float weight,
      float[] prediction,
      int predictionAt,
      float[] target,
      int targetAt,
      float[] dx,
      int dxAt,
      int rows,
      int columns) {
    float shape = loss.shape();
    float balance = LossFunction.UNBALANCED;
    lossGradient(
        loss,
        shape,
        balance,
        weight,
        prediction,
        predictionAt,
        target,
        targetAt,
        dx,
        dxAt,
        rows,
        columns);
  }

  /**
   * {@code dx = weight * d loss / d prediction}; see {@link Kernels#lossGradient}.
   *
   * @throws IllegalArgumentException if a sparse target is not a class number
   */
  public static void lossGradient(
      LossFunction loss,
      float shape,
      float balance,
      float weight,
      float[] prediction,
      int predictionAt,
      float[] target,
      int targetAt,
      float[] dx,
      int dxAt,
      int rows,
      int columns) {
    float scale = RowLosses.scale(loss, weight, rows, columns);
    if (loss.isElementwise()) {
      int count = rows * columns;
      RowLosses.gradient(
          loss, shape, balance, scale, prediction, predictionAt, target, targetAt, dx, dxAt, count);
      return;
    }
    int targetColumns = loss.sparse() ? 1 : columns;
    for (int row = 0; row < rows; row++) {
      int pAt = predictionAt + row * columns;
      int tAt = targetAt + row * targetColumns;
      int to = dxAt + row * columns;
      RowLosses.gradient(
          loss, shape, balance, scale, prediction, pAt, target, tAt, dx, to, columns);
    }
  }

  static float max(float[] x, int at, int count) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < count; j++) {
      max = Math.max(max, x[at + j]);
    }
    return max;
  }
}
