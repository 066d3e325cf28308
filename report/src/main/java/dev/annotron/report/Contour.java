package dev.annotron.report;

/** The line along which a field of values is zero, by marching squares. */
final class Contour {
  private Contour() {}

  /** Where a point of the grid lies in the drawing. */
  interface Place {
    double at(double index);
  }

  /** Path data of short lines, one or two in each square of four values where the sign changes. */
  static String zero(double[][] values, Place x, Place y) {
    StringBuilder data = new StringBuilder();
    for (int row = 0; row + 1 < values.length; row++) {
      for (int column = 0; column + 1 < values[row].length; column++) {
        square(values, row, column, x, y, data);
      }
    }
    return data.toString();
  }

  /** Goes around the square and joins each two crossings that it meets. */
  private static void square(
      double[][] values, int row, int column, Place x, Place y, StringBuilder data) {
    int[][] corners = {{row, column}, {row, column + 1}, {row + 1, column + 1}, {row + 1, column}};
    boolean open = false;
    for (int i = 0; i < 4; i++) {
      int[] from = corners[i];
      int[] to = corners[(i + 1) % 4];
      double a = values[from[0]][from[1]];
      double b = values[to[0]][to[1]];
      if (a >= 0 != b >= 0) {
        double share = a / (a - b);
        data.append(open ? 'L' : 'M');
        data.append(Svg.round(x.at(from[1] + share * (to[1] - from[1])))).append(' ');
        data.append(Svg.round(y.at(from[0] + share * (to[0] - from[0]))));
        open = !open;
      }
    }
  }
}
