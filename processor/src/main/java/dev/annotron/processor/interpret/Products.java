package dev.annotron.processor.interpret;

/** Matrix products by their definition; matrices are row-major. */
final class Products {
  private Products() {}

  /** {@code x[rows, n] · kernel[n, columns]}. */
  static double[] times(double[] x, double[] kernel, int rows, int columns) {
    int n = kernel.length / columns;
    double[] y = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < n; k++) {
          y[r * columns + j] += x[r * n + k] * kernel[k * columns + j];
        }
      }
    }
    return y;
  }

  /** {@code dy[rows, columns] · kernel[n, columns]ᵀ}. */
  static double[] timesTransposed(double[] dy, double[] kernel, int rows) {
    int columns = dy.length / rows;
    int n = kernel.length / columns;
    double[] dx = new double[rows * n];
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < columns; j++) {
          dx[r * n + k] += dy[r * columns + j] * kernel[k * columns + j];
        }
      }
    }
    return dx;
  }

  /** {@code x[rows, n]ᵀ · dy[rows, columns]}. */
  static double[] transposedTimes(double[] x, double[] dy, int rows) {
    int n = x.length / rows;
    int columns = dy.length / rows;
    double[] dKernel = new double[n * columns];
    for (int k = 0; k < n; k++) {
      for (int j = 0; j < columns; j++) {
        for (int r = 0; r < rows; r++) {
          dKernel[k * columns + j] += x[r * n + k] * dy[r * columns + j];
        }
      }
    }
    return dKernel;
  }
}
