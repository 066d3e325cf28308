package dev.annotron.runtime.kernel;

/** The losses of one row, with a loop for each: values summed, and derivatives. */
final class RowLosses {
  private RowLosses() {}

  /** How many terms the mean is over. */
  static double terms(LossFunction loss, int rows, int columns) {
    return switch (loss) {
      case CATEGORICAL_CROSSENTROPY,
          SPARSE_CATEGORICAL_CROSSENTROPY,
          CATEGORICAL_CROSSENTROPY_LOGITS,
          SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS,
          KL_DIVERGENCE,
          KL_DIVERGENCE_LOGITS ->
          rows;
      default -> (double) rows * columns;
    };
  }

  /** What the derivative of a term is multiplied by. */
  static float scale(LossFunction loss, float weight, int rows, int columns) {
    return (float) (weight / terms(loss, rows, columns));
  }

  /** The sum of a row's terms. */
  static double value(
      LossFunction loss,
      float shape,
      float balance,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      int columns) {
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
      case SPARSE_CATEGORICAL_CROSSENTROPY -> {
        double whole = sum(p, pAt, columns);
        int label = Losses.label(t[tAt], columns);
        sum = (1 - shape) * Losses.sparseCategoricalCrossentropy(p[pAt + label], whole);
        for (int j = 0; j < (shape == 0 ? 0 : columns); j++) {
          sum += Losses.categoricalCrossentropy(p[pAt + j], whole, shape / columns);
        }
      }
      case SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS -> {
        double logSum = logSumExp(p, pAt, columns);
        int label = Losses.label(t[tAt], columns);
        sum = (1 - shape) * Losses.sparseCategoricalCrossentropyLogits(p[pAt + label], logSum);
        for (int j = 0; j < (shape == 0 ? 0 : columns); j++) {
          sum += Losses.categoricalCrossentropyLogits(p[pAt + j], logSum, shape / columns);
        }
      }
      default -> sum = more(loss, shape, balance, p, pAt, t, tAt, columns);
    }
    return sum;
  }

  private static double more(
      LossFunction loss,
      float shape,
      float balance,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      int columns) {
    double sum = 0;
    switch (loss) {
      case HUBER -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.huber(p[pAt + j], t[tAt + j], shape);
        }
      }
      case LOG_COSH -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.logCosh(p[pAt + j], t[tAt + j]);
        }
      }
      case POISSON -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.poisson(p[pAt + j], t[tAt + j]);
        }
      }
      case BINARY_FOCAL_CROSSENTROPY -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.binaryFocal(p[pAt + j], t[tAt + j], shape, balance);
        }
      }
      case BINARY_FOCAL_CROSSENTROPY_LOGITS -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.binaryFocalLogits(p[pAt + j], t[tAt + j], shape, balance);
        }
      }
      case HINGE -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.hinge(p[pAt + j], t[tAt + j]);
        }
      }
      case SQUARED_HINGE -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.squaredHinge(p[pAt + j], t[tAt + j]);
        }
      }
      case KL_DIVERGENCE -> {
        for (int j = 0; j < columns; j++) {
          sum += Losses.klDivergence(p[pAt + j], t[tAt + j]);
        }
      }
      case KL_DIVERGENCE_LOGITS -> {
        double logSum = logSumExp(p, pAt, columns);
        for (int j = 0; j < columns; j++) {
          sum += Losses.klDivergenceLogits(p[pAt + j], logSum, t[tAt + j]);
        }
      }
      default -> throw new IllegalArgumentException("no loss: " + loss);
    }
    return sum;
  }

  /** A row's derivatives, each multiplied by {@code scale}. */
  static void gradient(
      LossFunction loss,
      float shape,
      float balance,
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
          sparseGradient(scale, shape, p, pAt, Losses.label(t[tAt], columns), dx, dxAt, columns);
      case SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS -> {
        int label = Losses.label(t[tAt], columns);
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * (p[pAt + j] - chosen(label, j, shape, columns));
        }
      }
      default -> moreGradients(loss, shape, balance, scale, p, pAt, t, tAt, dx, dxAt, columns);
    }
  }

  private static void moreGradients(
      LossFunction loss,
      float shape,
      float balance,
      float scale,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      float[] dx,
      int dxAt,
      int columns) {
    switch (loss) {
      case HUBER -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.huberGradient(p[pAt + j], t[tAt + j], shape);
        }
      }
      case LOG_COSH -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.logCoshGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case POISSON -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.poissonGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case BINARY_FOCAL_CROSSENTROPY -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.binaryFocalGradient(p[pAt + j], t[tAt + j], shape, balance);
        }
      }
      case BINARY_FOCAL_CROSSENTROPY_LOGITS -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] =
              scale * Losses.binaryFocalLogitsGradient(p[pAt + j], t[tAt + j], shape, balance);
        }
      }
      case HINGE -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.hingeGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case SQUARED_HINGE -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.squaredHingeGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case KL_DIVERGENCE -> {
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * Losses.klDivergenceGradient(p[pAt + j], t[tAt + j]);
        }
      }
      case KL_DIVERGENCE_LOGITS -> {
        double whole = 0;
        for (int j = 0; j < columns; j++) {
          whole += Losses.share(t[tAt + j]);
        }
        for (int j = 0; j < columns; j++) {
          dx[dxAt + j] = scale * (float) (p[pAt + j] * whole - Losses.share(t[tAt + j]));
        }
      }
      default -> throw new IllegalArgumentException("no loss: " + loss);
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
      float scale,
      float smoothing,
      float[] p,
      int pAt,
      int label,
      float[] dx,
      int dxAt,
      int columns) {
    double whole = sum(p, pAt, columns);
    double weight = 0;
    for (int j = 0; j < columns; j++) {
      weight += Losses.isClipped(p[pAt + j] / whole) ? 0 : chosen(label, j, smoothing, columns);
    }
    for (int j = 0; j < columns; j++) {
      float t = chosen(label, j, smoothing, columns);
      dx[dxAt + j] = scale * Losses.categoricalCrossentropyGradient(p[pAt + j], whole, weight, t);
    }
  }

  /** The target that a class number means for column {@code j}, smoothed. */
  private static float chosen(int label, int j, float smoothing, int columns) {
    return (j == label ? 1 - smoothing : 0) + smoothing / columns;
  }

  private static double sum(float[] x, int at, int count) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += x[at + j];
    }
    return sum;
  }

  private static double logSumExp(float[] x, int at, int count) {
    double max = HeapKernels.max(x, at, count);
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += Math.exp(x[at + j] - max);
    }
    return max + Math.log(sum);
  }
}
