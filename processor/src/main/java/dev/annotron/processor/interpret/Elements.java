package dev.annotron.processor.interpret;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operations value by value, and over the rows of a matrix. */
final class Elements {
  private Elements() {}

  static double[] map(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  static double[] zip(double[] a, double[] b, DoubleBinaryOperator function) {
    double[] y = new double[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = function.applyAsDouble(a[i], b[i]);
    }
    return y;
  }

  static double[] addRow(double[] x, double[] row) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] + row[i % row.length];
    }
    return y;
  }

  static double[] sumRows(double[] x, int columns) {
    double[] sum = new double[columns];
    for (int i = 0; i < x.length; i++) {
      sum[i % columns] += x[i];
    }
    return sum;
  }
}
