package dev.annotron.processor.interpret;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.List;

/** Concatenation and its inverse, as copies of contiguous blocks. */
final class Blocks {
  private Blocks() {}

  static double[] concat(Node node, Op.Concat op, List<double[]> inputs, int rows) {
    double[] y = new double[rows * node.shape().size()];
    int whole = block(node.shape(), op.axis());
    int at = 0;
    for (int i = 0; i < inputs.size(); i++) {
      int part = block(node.input(i).shape(), op.axis());
      copy(inputs.get(i), 0, part, y, at, whole, part);
      at += part;
    }
    return y;
  }

  static double[] slice(Node node, Op.Slice op, double[] x, int rows) {
    double[] y = new double[rows * node.shape().size()];
    int part = block(node.shape(), op.axis());
    int from = op.from() * node.shape().stride(op.axis());
    copy(x, from, block(node.input(0).shape(), op.axis()), y, 0, part, part);
    return y;
  }

  private static int block(Shape shape, int axis) {
    return shape.dimension(axis) * shape.stride(axis);
  }

  private static void copy(
      double[] x, int xAt, int xStride, double[] y, int yAt, int yStride, int width) {
    for (int i = 0; i < x.length / xStride; i++) {
      System.arraycopy(x, xAt + i * xStride, y, yAt + i * yStride, width);
    }
  }
}
