package dev.annotron.processor.ir;

/** The types of {@link ShapeOp}s. */
final class ShapeTypes {
  private ShapeTypes() {}

  /** The shape of the result. */
  static Shape infer(ShapeOp op, Shape x) {
    return switch (op) {
      case ShapeOp.Swap(int axis) -> {
        requireAxis(x, axis);
        requireAxis(x, axis + 1);
        yield x.with(axis, x.dimension(axis + 1)).with(axis + 1, x.dimension(axis));
      }
      case ShapeOp.Pad(int axis, int before, int after) -> {
        requireAxis(x, axis);
        if (before < 0 || after < 0) {
          throw new IllegalArgumentException("negative padding: " + op);
        }
        yield x.with(axis, Math.addExact(Math.addExact(before, x.dimension(axis)), after));
      }
      case ShapeOp.Reverse(int axis) -> {
        requireAxis(x, axis);
        yield x;
      }
    };
  }

  private static void requireAxis(Shape x, int axis) {
    if (axis < 0 || axis >= x.rank()) {
      throw new IllegalArgumentException("no axis " + axis + " in " + x);
    }
  }
}
