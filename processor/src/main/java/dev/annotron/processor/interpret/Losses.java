package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.LossKind;

/**
 * The losses and their gradients, as on <a href="https://keras.io/api/losses/">Keras's page</a>.
 */
final class Losses {
  /** Keras keeps probabilities this far from 0 and 1. */
  private static final double EPSILON = 1e-7;

  private Losses() {}

  /** The mean loss over a matrix of predictions with the given number of columns. */
  static double value(LossKind kind, double[] p, double[] t, int columns) {
    int rows = p.length / columns;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += rowSum(kind, p, t, row, columns);
    }
    return sum / count(kind, rows, columns);
  }

  /** The gradient of {@link #value}; from logits {@code p} are the activated logits. */
  static double[] gradient(LossKind kind, double[] p, double[] t, int columns) {
    int rows = p.length / columns;
    double[] gradient = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      int row = i / columns;
      double target = kind.sparse() ? oneHot(t[row], i % columns) : t[i];
      double slope =
          switch (kind.loss()) {
            case MEAN_SQUARED_ERROR -> 2 * (p[i] - target);
            case MEAN_ABSOLUTE_ERROR -> Math.signum(p[i] - target);
            case BINARY_CROSSENTROPY ->
                kind.fromLogits() ? p[i] - target : binarySlope(p[i], target);
            case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
                kind.fromLogits()
                    ? p[i] * targetSum(kind, t, row, columns) - target
                    : categoricalSlope(kind, p, t, row, i % columns, columns);
          };
      gradient[i] = slope / count(kind, rows, columns);
    }
    return gradient;
  }

  private static double count(LossKind kind, int rows, int columns) {
    return switch (kind.loss()) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, BINARY_CROSSENTROPY -> (double) rows * columns;
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY -> rows;
    };
  }

  private static double rowSum(LossKind kind, double[] p, double[] t, int row, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double x = p[row * columns + j];
      double target = kind.sparse() ? oneHot(t[row], j) : t[row * columns + j];
      sum +=
          switch (kind.loss()) {
            case MEAN_SQUARED_ERROR -> (x - target) * (x - target);
            case MEAN_ABSOLUTE_ERROR -> Math.abs(x - target);
            case BINARY_CROSSENTROPY ->
                kind.fromLogits() ? Formulas.softplus(x) - target * x : binary(x, target);
            case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
                target == 0 ? 0 : -target * logProbability(kind, p, row, j, columns);
          };
    }
    return sum;
  }

  private static double binary(double p, double t) {
    double clipped = clip(p);
    return -t * Math.log(clipped) - (1 - t) * Math.log(1 - clipped);
  }

  private static double binarySlope(double p, double t) {
    return clip(p) == p ? (1 - t) / (1 - p) - t / p : 0;
  }

  private static double logProbability(LossKind kind, double[] p, int row, int j, int columns) {
    double x = p[row * columns + j];
    return kind.fromLogits()
        ? x - Rows.logSumExp(p, row * columns, columns)
        : Math.log(clip(x / rowTotal(p, row, columns)));
  }

  /**
   * With {@code q = p / Σp}, {@code d(−Σ t log q)/dp_j = (Σ t − t_j / q_j) / Σp}, unclipped parts
   * only.
   */
  private static double categoricalSlope(
      LossKind kind, double[] p, double[] t, int row, int j, int columns) {
    double total = rowTotal(p, row, columns);
    double slope = 0;
    for (int i = 0; i < columns; i++) {
      double q = p[row * columns + i] / total;
      double target = kind.sparse() ? oneHot(t[row], i) : t[row * columns + i];
      if (clip(q) == q) {
        slope += target / total - (i == j ? target / (q * total) : 0);
      }
    }
    return slope;
  }

  private static double targetSum(LossKind kind, double[] t, int row, int columns) {
    return kind.sparse() ? 1 : rowTotal(t, row, columns);
  }

  private static double rowTotal(double[] x, int row, int columns) {
    double total = 0;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      total += x[i];
    }
    return total;
  }

  private static double oneHot(double label, int column) {
    return (int) label == column ? 1 : 0;
  }

  private static double clip(double p) {
    return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
  }
}
