package dev.annotron.processor.layer;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Tensors that repeat along axes of size 1, and along first axes that they lack. */
final class Broadcast {
  private Broadcast() {}

  /** The shape that two have in common when they repeat; empty if they do not fit. */
  static Optional<Shape> join(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    List<Integer> left = dimensions(a, rank);
    List<Integer> right = dimensions(b, rank);
    List<Integer> joined = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      int m = left.get(axis);
      int n = right.get(axis);
      if (m != n && m != 1 && n != 1) {
        return Optional.empty();
      }
      joined.add(m == 1 ? n : m);
    }
    Shape shape = new Shape(joined);
    shape.size(); // refuses what an int cannot count
    return Optional.of(shape);
  }

  /** A tensor repeated until it has a shape that {@link #join} gave. */
  static Node expand(Composer composer, Node x, Shape to) {
    List<Integer> dimensions = new ArrayList<>(dimensions(x.shape(), to.rank()));
    Node wide = x;
    int axis = 0;
    while (axis < to.rank()) {
      int end = axis;
      while (end < to.rank() && dimensions.get(end) == 1) {
        end++;
      }
      int times = product(to.dimensions().subList(axis, end));
      if (times > 1) {
        wide = repeat(composer, wide, dimensions, axis, end, times);
      }
      for (int i = axis; i < end; i++) {
        dimensions.set(i, to.dimension(i));
      }
      axis = end + 1;
    }
    return reshaped(composer, wide, to);
  }

  /** The axes from {@code axis} to {@code end}, which have size 1, repeat as one. */
  private static Node repeat(
      Composer composer, Node x, List<Integer> dimensions, int axis, int end, int times) {
    int outer = product(dimensions.subList(0, axis));
    int inner = product(dimensions.subList(end, dimensions.size()));
    Node blocks = reshaped(composer, x, Shape.of(outer, 1, inner));
    return composer.add(new ElementOp.Repeat(1, times), blocks);
  }

  private static Node reshaped(Composer composer, Node x, Shape shape) {
    return x.shape().equals(shape) ? x : composer.add(new Op.Reshape(shape), x);
  }

  /** The sizes of a shape's axes behind ones for those that it lacks. */
  private static List<Integer> dimensions(Shape shape, int rank) {
    List<Integer> dimensions = new ArrayList<>(Collections.nCopies(rank - shape.rank(), 1));
    dimensions.addAll(shape.dimensions());
    return dimensions;
  }

  private static int product(List<Integer> sizes) {
    return new Shape(sizes).size();
  }
}
