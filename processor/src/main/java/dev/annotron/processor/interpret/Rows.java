package dev.annotron.processor.interpret;

/** Softmax over the rows of a matrix. */
final class Rows {
  private Rows() {}

  static double[] softmax(double[] x, int columns) {
    double[] y = new double[x.length];
    for (int row = 0; row < x.length; row += columns) {
      double log = logSumExp(x, row, columns);
      for (int i = row; i < row + columns; i++) {
        y[i] = Math.exp(x[i] - log);
      }
    }
    return y;
  }

  static double[] softmaxGradient(double[] y, double[] dy, int columns) {
    double[] dx = new double[y.length];
    for (int row = 0; row < y.length; row += columns) {
      double inner = 0;
      for (int i = row; i < row + columns; i++) {
        inner += dy[i] * y[i];
      }
      for (int i = row; i < row + columns; i++) {
        dx[i] = y[i] * (dy[i] - inner);
      }
    }
    return dx;
  }

  /** {@code log Σ exp(x)} of the row that starts at {@code from}, safe from overflow. */
  static double logSumExp(double[] x, int from, int columns) {
    double largest = x[from];
    for (int i = from; i < from + columns; i++) {
      largest = Math.max(largest, x[i]);
    }
    double sum = 0;
    for (int i = from; i < from + columns; i++) {
      sum += Math.exp(x[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
