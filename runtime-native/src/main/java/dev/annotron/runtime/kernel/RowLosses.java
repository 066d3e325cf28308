package dev.annotron.runtime.kernel;

/**
 * The losses of one row, or of several in one if a loss is elementwise, with a loop for each:
 * values summed, and derivatives. The loops have methods of their own so that those which choose
 * one are small enough to be compiled into their callers, which name a constant: a step of XOR with
 * its loss in two calls a row took a seventh longer.
 */
final class RowLosses {
  /** Where the product of {@link #binaryCrossentropyLogits} is about to be infinite. */
  private static final double ALMOST_INFINITE = 1e300;

  private RowLosses() {}

  /** How many terms the mean is over. */
  static double terms(LossFunction loss, int rows, int columns) {
    return loss.isElementwise() ? (double) rows * columns : rows;
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
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> meanSquaredError(p, pAt, t, tAt, columns);
      case MEAN_ABSOLUTE_ERROR -> meanAbsoluteError(p, pAt, t, tAt, columns);
      case BINARY_CROSSENTROPY -> binaryCrossentropy(p, pAt, t, tAt, columns);
      case BINARY_CROSSENTROPY_LOGITS -> binaryCrossentropyLogits(p, pAt, t, tAt, columns);
      case CATEGORICAL_CROSSENTROPY -> categoricalCrossentropy(p, pAt, t, tAt, columns);
      case CATEGORICAL_CROSSENTROPY_LOGITS ->
          categoricalCrossentropyLogits(p, pAt, t, tAt, columns);
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          sparseCategoricalCrossentropy(p, pAt, t, tAt, columns, shape);
      case SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS ->
          sparseCategoricalCrossentropyLogits(p, pAt, t, tAt, columns, shape);
      default -> more(loss, shape, balance, p, pAt, t, tAt, columns);
    };
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
    return switch (loss) {
      case HUBER -> huber(p, pAt, t, tAt, columns, shape);
      case LOG_COSH -> logCosh(p, pAt, t, tAt, columns);
      case POISSON -> poisson(p, pAt, t, tAt, columns);
      case BINARY_FOCAL_CROSSENTROPY ->
          binaryFocalCrossentropy(p, pAt, t, tAt, columns, shape, balance);
      case BINARY_FOCAL_CROSSENTROPY_LOGITS ->
          binaryFocalCrossentropyLogits(p, pAt, t, tAt, columns, shape, balance);
      case HINGE -> hinge(p, pAt, t, tAt, columns);
      case SQUARED_HINGE -> squaredHinge(p, pAt, t, tAt, columns);
      case KL_DIVERGENCE -> klDivergence(p, pAt, t, tAt, columns);
      case KL_DIVERGENCE_LOGITS -> klDivergenceLogits(p, pAt, t, tAt, columns);
      default -> throw new IllegalArgumentException("no loss: " + loss);
    };
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
      case MEAN_SQUARED_ERROR -> meanSquaredErrorGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case MEAN_ABSOLUTE_ERROR ->
          meanAbsoluteErrorGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case BINARY_CROSSENTROPY ->
          binaryCrossentropyGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case BINARY_CROSSENTROPY_LOGITS, CATEGORICAL_CROSSENTROPY_LOGITS ->
          outputMinusTarget(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case CATEGORICAL_CROSSENTROPY ->
          categoricalGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          sparseGradient(scale, shape, p, pAt, Losses.label(t[tAt], columns), dx, dxAt, columns);
      case SPARSE_CATEGORICAL_CROSSENTROPY_LOGITS ->
          sparseCategoricalCrossentropyLogitsGradient(
              scale, p, pAt, t, tAt, dx, dxAt, columns, shape);
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
      case HUBER -> huberGradient(scale, p, pAt, t, tAt, dx, dxAt, columns, shape);
      case LOG_COSH -> logCoshGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case POISSON -> poissonGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case BINARY_FOCAL_CROSSENTROPY ->
          binaryFocalCrossentropyGradient(scale, p, pAt, t, tAt, dx, dxAt, columns, shape, balance);
      case BINARY_FOCAL_CROSSENTROPY_LOGITS ->
          binaryFocalCrossentropyLogitsGradient(
              scale, p, pAt, t, tAt, dx, dxAt, columns, shape, balance);
      case HINGE -> hingeGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case SQUARED_HINGE -> squaredHingeGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case KL_DIVERGENCE -> klDivergenceGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      case KL_DIVERGENCE_LOGITS ->
          klDivergenceLogitsGradient(scale, p, pAt, t, tAt, dx, dxAt, columns);
      default -> throw new IllegalArgumentException("no loss: " + loss);
    }
  }

  private static double meanSquaredError(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.meanSquaredError(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static double meanAbsoluteError(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.meanAbsoluteError(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static double binaryCrossentropy(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.binaryCrossentropy(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  /**
   * {@link Losses#binaryCrossentropyLogits} of all, whose logarithms are one: that of the product
   * of {@code 1 + exp(−|x|)}. The product is kept without its 1, so that small factors count.
   */
  private static double binaryCrossentropyLogits(
      float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    double product = 0;
    for (int j = 0; j < columns; j++) {
      double logit = p[pAt + j];
      double factor = Math.exp(-Math.abs(logit));
      sum += Math.max(logit, 0) - logit * t[tAt + j];
      product += factor + product * factor;
      if (product > ALMOST_INFINITE) {
        sum += Elementary.log1p(product);
        product = 0;
      }
    }
    return sum + Elementary.log1p(product);
  }

  private static double huber(float[] p, int pAt, float[] t, int tAt, int columns, float shape) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.huber(p[pAt + j], t[tAt + j], shape);
    }
    return sum;
  }

  private static double logCosh(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.logCosh(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static double poisson(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.poisson(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static double binaryFocalCrossentropy(
      float[] p, int pAt, float[] t, int tAt, int columns, float shape, float balance) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.binaryFocal(p[pAt + j], t[tAt + j], shape, balance);
    }
    return sum;
  }

  private static double binaryFocalCrossentropyLogits(
      float[] p, int pAt, float[] t, int tAt, int columns, float shape, float balance) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.binaryFocalLogits(p[pAt + j], t[tAt + j], shape, balance);
    }
    return sum;
  }

  private static double hinge(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.hinge(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static double squaredHinge(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.squaredHinge(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static double klDivergence(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      sum += Losses.klDivergence(p[pAt + j], t[tAt + j]);
    }
    return sum;
  }

  private static void meanSquaredErrorGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.meanSquaredErrorGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void meanAbsoluteErrorGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.meanAbsoluteErrorGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void binaryCrossentropyGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.binaryCrossentropyGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void outputMinusTarget(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * (p[pAt + j] - t[tAt + j]);
    }
  }

  private static void huberGradient(
      float scale,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      float[] dx,
      int dxAt,
      int columns,
      float shape) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.huberGradient(p[pAt + j], t[tAt + j], shape);
    }
  }

  private static void logCoshGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.logCoshGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void poissonGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.poissonGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void binaryFocalCrossentropyGradient(
      float scale,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      float[] dx,
      int dxAt,
      int columns,
      float shape,
      float balance) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.binaryFocalGradient(p[pAt + j], t[tAt + j], shape, balance);
    }
  }

  private static void binaryFocalCrossentropyLogitsGradient(
      float scale,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      float[] dx,
      int dxAt,
      int columns,
      float shape,
      float balance) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] =
          scale * Losses.binaryFocalLogitsGradient(p[pAt + j], t[tAt + j], shape, balance);
    }
  }

  private static void hingeGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.hingeGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void squaredHingeGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.squaredHingeGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static void klDivergenceGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * Losses.klDivergenceGradient(p[pAt + j], t[tAt + j]);
    }
  }

  private static double categoricalCrossentropy(
      float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    double whole = sum(p, pAt, columns);
    for (int j = 0; j < columns; j++) {
      sum += Losses.categoricalCrossentropy(p[pAt + j], whole, t[tAt + j]);
    }
    return sum;
  }

  private static double categoricalCrossentropyLogits(
      float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    double logSum = logSumExp(p, pAt, columns);
    for (int j = 0; j < columns; j++) {
      sum += Losses.categoricalCrossentropyLogits(p[pAt + j], logSum, t[tAt + j]);
    }
    return sum;
  }

  private static double sparseCategoricalCrossentropy(
      float[] p, int pAt, float[] t, int tAt, int columns, float shape) {
    double whole = sum(p, pAt, columns);
    int label = Losses.label(t[tAt], columns);
    double sum = (1 - shape) * Losses.sparseCategoricalCrossentropy(p[pAt + label], whole);
    for (int j = 0; j < (shape == 0 ? 0 : columns); j++) {
      sum += Losses.categoricalCrossentropy(p[pAt + j], whole, shape / columns);
    }
    return sum;
  }

  private static double sparseCategoricalCrossentropyLogits(
      float[] p, int pAt, float[] t, int tAt, int columns, float shape) {
    double logSum = logSumExp(p, pAt, columns);
    int label = Losses.label(t[tAt], columns);
    double sum = (1 - shape) * Losses.sparseCategoricalCrossentropyLogits(p[pAt + label], logSum);
    for (int j = 0; j < (shape == 0 ? 0 : columns); j++) {
      sum += Losses.categoricalCrossentropyLogits(p[pAt + j], logSum, shape / columns);
    }
    return sum;
  }

  private static double klDivergenceLogits(float[] p, int pAt, float[] t, int tAt, int columns) {
    double sum = 0;
    double logSum = logSumExp(p, pAt, columns);
    for (int j = 0; j < columns; j++) {
      sum += Losses.klDivergenceLogits(p[pAt + j], logSum, t[tAt + j]);
    }
    return sum;
  }

  private static void sparseCategoricalCrossentropyLogitsGradient(
      float scale,
      float[] p,
      int pAt,
      float[] t,
      int tAt,
      float[] dx,
      int dxAt,
      int columns,
      float shape) {
    int label = Losses.label(t[tAt], columns);
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * (p[pAt + j] - chosen(label, j, shape, columns));
    }
  }

  private static void klDivergenceLogitsGradient(
      float scale, float[] p, int pAt, float[] t, int tAt, float[] dx, int dxAt, int columns) {
    double whole = 0;
    for (int j = 0; j < columns; j++) {
      whole += Losses.share(t[tAt + j]);
    }
    for (int j = 0; j < columns; j++) {
      dx[dxAt + j] = scale * (float) (p[pAt + j] * whole - Losses.share(t[tAt + j]));
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
