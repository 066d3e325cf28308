package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.LossKind;

/**
 * The losses and their gradients, as on <a href="https://keras.io/api/losses/">Keras's page</a>.
 */
final class Losses {
  /** Keras keeps probabilities this far from 0 and 1. */
  private static final double EPSILON = 1e-7;

  private Losses() {}

  /**
   * The mean loss over a matrix of predictions with the given number of columns.
   *
   * @param weights how much rows count: one for each, or one for so many that follow one another
   */
  static double value(LossKind kind, double[] p, double[] t, double[] weights, int columns) {
    int rows = p.length / columns;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double weight = weights[row / (rows / weights.length)];
      sum += weight == 0 ? 0 : weight * rowSum(kind, p, t, row, columns);
    }
    return sum / count(kind, rows, columns);
  }

  /** The gradient of {@link #value}; from logits {@code p} are the activated logits. */
  static double[] gradient(LossKind kind, double[] p, double[] t, double[] weights, int columns) {
    int rows = p.length / columns;
    double[] gradient = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      int row = i / columns;
      double target = kind.sparse() ? chosen(kind, t[row], i % columns, columns) : t[i];
      double slope =
          switch (kind.loss()) {
            case MEAN_SQUARED_ERROR -> 2 * (p[i] - target);
            case MEAN_ABSOLUTE_ERROR -> Math.signum(p[i] - target);
            case BINARY_CROSSENTROPY ->
                kind.fromLogits() ? p[i] - target : binarySlope(p[i], target);
            case HUBER -> Math.clamp(p[i] - target, -kind.shape(), kind.shape());
            case LOG_COSH -> Math.tanh(p[i] - target);
            case POISSON -> 1 - target / (p[i] + EPSILON);
            case BINARY_FOCAL_CROSSENTROPY -> focalSlope(kind, p[i], target);
            case HINGE -> hinge(p[i], target) > 0 ? -side(target) : 0;
            case SQUARED_HINGE -> -2 * side(target) * hinge(p[i], target);
            case KL_DIVERGENCE ->
                kind.fromLogits()
                    ? p[i] * shares(t, row, columns) - share(target)
                    : p[i] < EPSILON || p[i] > 1 ? 0 : -share(target) / p[i];
            case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
                kind.fromLogits()
                    ? p[i] * targetSum(kind, t, row, columns) - target
                    : categoricalSlope(kind, p, t, row, i % columns, columns);
          };
      gradient[i] = weights[row / (rows / weights.length)] * slope / count(kind, rows, columns);
    }
    return gradient;
  }

  private static double count(LossKind kind, int rows, int columns) {
    return switch (kind.loss()) {
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE -> rows;
      default -> (double) rows * columns;
    };
  }

  private static double rowSum(LossKind kind, double[] p, double[] t, int row, int columns) {
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double x = p[row * columns + j];
      double target = kind.sparse() ? chosen(kind, t[row], j, columns) : t[row * columns + j];
      sum +=
          switch (kind.loss()) {
            case MEAN_SQUARED_ERROR -> (x - target) * (x - target);
            case MEAN_ABSOLUTE_ERROR -> Math.abs(x - target);
            case BINARY_CROSSENTROPY ->
                kind.fromLogits() ? Formulas.softplus(x) - target * x : binary(x, target);
            case HUBER -> huber(Math.abs(x - target), kind.shape());
            case LOG_COSH ->
                Math.abs(x - target) + Formulas.softplus(-2 * Math.abs(x - target)) - Math.log(2);
            case POISSON -> x - target * Math.log(x + EPSILON);
            case BINARY_FOCAL_CROSSENTROPY -> focal(kind, x, target);
            case HINGE -> hinge(x, target);
            case SQUARED_HINGE -> hinge(x, target) * hinge(x, target);
            case KL_DIVERGENCE ->
                share(target)
                    * (Math.log(share(target))
                        - (kind.fromLogits()
                            ? x - Rows.logSumExp(p, row * columns, columns)
                            : Math.log(share(x))));
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

  private static double huber(double size, double delta) {
    return size <= delta ? size * size / 2 : delta * size - delta * delta / 2;
  }

  private static double hinge(double p, double t) {
    return Math.max(1 - side(t) * p, 0);
  }

  /** A target of 0 stands for −1. */
  private static double side(double t) {
    return t == 0 ? -1 : t;
  }

  private static double share(double p) {
    return Math.clamp(p, EPSILON, 1);
  }

  private static double shares(double[] t, int row, int columns) {
    double sum = 0;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      sum += share(t[i]);
    }
    return sum;
  }

  private static double focal(LossKind kind, double x, double t) {
    double p = kind.fromLogits() ? 1 / (1 + Math.exp(-x)) : x;
    double entropy = kind.fromLogits() ? Formulas.softplus(x) - t * x : binary(x, t);
    return balanced(kind, t) * Math.pow(1 - right(p, t), kind.shape()) * entropy;
  }

  /** By {@code p}, or by the logit whose sigmoid it is. */
  private static double focalSlope(LossKind kind, double p, double t) {
    double wrong = 1 - right(p, t);
    double inner = kind.fromLogits() ? p * (1 - p) : 1;
    double slope = kind.fromLogits() ? p - t : binarySlope(p, t);
    double ofPower =
        kind.shape() == 0 ? 0 : -kind.shape() * Math.pow(wrong, kind.shape() - 1) * (2 * t - 1);
    return balanced(kind, t)
        * (ofPower * inner * binary(p, t) + Math.pow(wrong, kind.shape()) * slope);
  }

  private static double right(double p, double t) {
    return t * p + (1 - t) * (1 - p);
  }

  private static double balanced(LossKind kind, double t) {
    return kind.balance() < 0 ? 1 : t * kind.balance() + (1 - t) * (1 - kind.balance());
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
      double target = kind.sparse() ? chosen(kind, t[row], i, columns) : t[row * columns + i];
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

  /** The target that a class number means for a column, smoothed by the loss's shape. */
  private static double chosen(LossKind kind, double label, int column, int columns) {
    return ((int) label == column ? 1 - kind.shape() : 0) + kind.shape() / columns;
  }

  private static double clip(double p) {
    return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
  }
}
