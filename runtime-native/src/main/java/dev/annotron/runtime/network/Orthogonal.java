package dev.annotron.runtime.network;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A random matrix with orthonormal columns, or rows if there are fewer of them: the factor Q of a
 * matrix of normal numbers, with the signs that make the diagonal of R positive, as in Keras.
 *
 * <p>Gram and Schmidt's method gives just that factor; each vector is cleaned twice, which is
 * enough for full precision (Giraud et al., <i>Rounding error analysis of the classical
 * Gram-Schmidt orthogonalization process</i>, 2005).
 */
final class Orthogonal {
  private Orthogonal() {}

  /** The values, row-major; all axes but the last count as rows. */
  static float[] draw(Architecture.Parameter parameter, SplittableRandom random) {
    List<Integer> shape = parameter.shape();
    int columns = shape.getLast();
    int rows = parameter.size() / columns;
    double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = rows >= columns ? vectors[column][row] : vectors[row][column];
        values[row * columns + column] = (float) value;
      }
    }
    return values;
  }

  private static double[][] orthonormal(int count, int length, SplittableRandom random) {
    Gaussian gaussian = new Gaussian(random);
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        vectors[i][j] = gaussian.next();
      }
      clean(vectors, i);
      clean(vectors, i);
      scale(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])));
    }
    return vectors;
  }

  /** Takes from vector {@code i} what points in the direction of those before it. */
  private static void clean(double[][] vectors, int i) {
    for (int j = 0; j < i; j++) {
      double share = dot(vectors[i], vectors[j]);
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] -= share * vectors[j][k];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
