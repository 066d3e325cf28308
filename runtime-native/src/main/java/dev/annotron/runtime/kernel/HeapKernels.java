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
   * The loss of {@code rows} samples, averaged as {@link LossFunction} says; summed in double.
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
    int targetColumns = loss.sparse() ? 1 : columns;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int at = predictionAt + row * columns;
      sum += rowLoss(loss, prediction, at, target, targetAt + row * targetColumns, columns);
    }
    return sum / terms(loss, rows, columns);
  }

  /**
   * {@code dx = weight * d loss / d prediction}; see {@link Kernels#lossGradient}.
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
    int targetColumns = loss.sparse() ? 1 : columns;
    float scale = scale(loss, weight, rows, columns);
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      int tAt = targetAt + row * targetColumns;
      rowLossGradient(
          loss, scale, prediction, predictionAt + at, target, tAt, dx, dxAt + at, columns);
    }
  }

  /** How many terms the mean is over. */
  static double terms(LossFunction loss, int rows, int columns) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR,
          MEAN_ABSOLUTE_ERROR,
          BINARY_CROSSENTROPY,
          BINARY_CROSSENTROPY_LOGITS ->
          (double) rows * columns;
      case CATEGORICAL_CROSSENTROPY,
          SPARSE_CATEGORICAL_CROSSENTROPY,
          CATEGORICAL_CROSSENTROPY_LOGITS,
          SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS ->
          rows;
    };
  }

  /** What the derivative of a term is multiplied by. */
  static float scale(LossFunction loss, float weight, int rows, int columns) {
    return (float) (weight / terms(loss, rows, columns));
  }

  /** The sum of a row's terms. */
  static double rowLoss(LossFunction loss, float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    switch (loss) {
      case MEAN_SQUARED_ERROR -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.meanSquaredError(p[pAt + j], t[tAt + j]);
        }
      }
      case MEAN_ABSOLUTE_ERROR -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.meanAbsoluteError(p[pAt + j], t[tAt + j]);
        }
      }
      case BINARY_CROSSENTROPY -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.binaryCrossentropy(p[pAt + j], t[tAt + j]);
        }
      }
      case BINARY_CROSSENTROPY_LOGITS -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.binaryCrossentropyLogits(p[pAt + j], t[tAt + j]);
        }
      }
      case CATEGORICAL_CROSSENTROPY -> {
        double whole = sum(p, pAt, columns);
        for (int j = 0; j < columns; j++) {
          sum += Losses.categoricalCrossentropy(p[pAt + j], whole, t[tAt + j]);
        }
      }
      case CATEGORICAL_CROSSENTROPY_LOGITS -> {
        double logSum = logSumExp(p, pAt, columns);
        for (int j = 0; j < columns; j++) {
          sum += Losses.categoricalCrossentropyLogits(p[pAt + j], logSum, t[tAt + j]);
        }
      }
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          sum =
              Losses.sparseCategoricalCrossentropy(
                  p[pAt + Losses.label(t[tAt], columns)], sum(p, pAt, columns));
      case SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS ->
          sum =
              Losses.sparseCategoricalCrossentropyLogits(
                  p[pAt + Losses.label(t[tAt], columns)], logSumExp(p, pAt, columns));
    }
    return sum;
  }

  /** A row's derivatives, each multiplied by {@code scale}. */
  static void rowLossGradient(
      LossFunction loss,
      float scale,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      float[] dx,
      int dxAt,
      int columns) {
    switch (loss) {
      case MEAN_SQUARED_ERROR -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.meanSquaredErrorGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case MEAN_ABSOLUTE_ERROR -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.meanAbsoluteErrorGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case BINARY_CROSSENTROPY -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.binaryCrossentropyGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case BINARY_CROSSENTROPY_LOGITS, CATEGORICAL_CROSSENTROPY_LOGITS -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * (p[pAt + j] - t[tAt + j]);
        }
      }
      case CATEGORICAL_CROSSENTROPY ->
          categoricalGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          sparseGradient(scale, p, pAt, Losses.label(t[tAt], columns), dx, dxAt, columns);
      case SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS -> {
        int label = Losses.label(t[tAt], columns);
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * (p[pAt + j] - (j == label ? 1 : 0));
        }
      }
    }
  }

  private static void categoricalGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    double whole = sum(p, pAt, columns);
    double weight = 0;
    for (int j = 0; j < columns; j++) {
      weight += Losses.isClipped(p[pAt + j] / whole) ? 0 : t[tAt + j];
    }
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] =
          scale * Losses.categoricalCrossentropyGradient(p[pAt + j], whole, weight, t[tAt + j]);
    }
  }

  private static void sparseGradient(
      float scale, float[] p, int pAt, int label, float[] dx, int dxAt, int columns) {
    double whole = sum(p, pAt, columns);
    double weight = Losses.isClipped(p[pAt + label] / whole) ? 0 : 1;
    for (int j = 0; j < columns; j++) {
      float t = j == label ? 1 : 0;
      dx[dxAt + j] = scale * Losses.categoricalCrossentropyGradient(p[pAt + j], whole, weight, t);
    }
  }

  private static float max(float[] x, int at, int count) {
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < count; j++) {
      max = Math.max(max, x[at + j]);
    }
    return max;
  }

  private static double sum(float[] x, int at, int count) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += x[at + j];
    }
    return sum;
  }

  private static double logSumExp(float[] x, int at, int count) {
    double max = max(x, at, count);
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += Math.exp(x[at + j] - max);
    }
    return max + Math.log(sum);
  }
}
