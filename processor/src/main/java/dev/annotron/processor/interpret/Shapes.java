package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.ir.ShapeOp;

/** The meaning of {@link ShapeOp}s. */
final class Shapes {
  private Shapes() {}

  static double[] value(ShapeOp op, Node node, double[] x, int rows) {
    Shape shape = node.input(0).shape();
    return switch (op) {
      case ShapeOp.Swap(int axis) -> swap(shape, axis, x, rows);
      case ShapeOp.Pad(int axis, int before, int after) -> pad(shape, axis, before, after, x, rows);
      case ShapeOp.Reverse(int axis) -> reverse(shape, axis, x, rows);
    };
  }

  private static double[] swap(Shape shape, int axis, double[] x, int rows) {
    int a = shape.dimension(axis);
    int b = shape.dimension(axis + 1);
    int inner = shape.stride(axis + 1);
    double[] y = new double[x.length];
    for (int outer = 0; outer < rows * shape.outer(axis); outer++) {
      for (int i = 0; i < a; i++) {
        for (int j = 0; j < b; j++) {
          int from = ((outer * a + i) * b + j) * inner;
          System.arraycopy(x, from, y, ((outer * b + j) * a + i) * inner, inner);
        }
      }
    }
    return y;
  }

  private static double[] pad(Shape shape, int axis, int before, int after, double[] x, int rows) {
    int width = shape.dimension(axis) * shape.stride(axis);
    int padded = (before + shape.dimension(axis) + after) * shape.stride(axis);
    int blocks = rows * shape.outer(axis);
    double[] y = new double[blocks * padded];
    for (int i = 0; i < blocks; i++) {
      System.arraycopy(x, i * width, y, i * padded + before * shape.stride(axis), width);
    }
    return y;
  }

  private static double[] reverse(Shape shape, int axis, double[] x, int rows) {
    int length = shape.dimension(axis);
    int inner = shape.stride(axis);
    double[] y = new double[x.length];
    for (int outer = 0; outer < rows * shape.outer(axis); outer++) {
      for (int i = 0; i < length; i++) {
        int to = (outer * length + length - 1 - i) * inner;
        System.arraycopy(x, (outer * length + i) * inner, y, to, inner);
      }
    }
    return y;
  }
}
