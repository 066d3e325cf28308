package dev.annotron.processor.ir;

import java.util.List;

/** The types of {@link ElementOp}s. */
final class ElementTypes {
  private ElementTypes() {}

  static Type infer(ElementOp op, List<Type> inputs) {
    return switch (op) {
      case ElementOp.Combine _ -> same(inputs, 2);
      case ElementOp.Choose _ -> same(inputs, 3);
      case ElementOp.Affine _, ElementOp.Custom _ -> same(inputs, 1);
      case ElementOp.CustomGradient _ -> same(inputs, 2);
      case ElementOp.Scale _, ElementOp.Prelu _ -> {
        require(inputs.size() == 2 && !inputs.get(1).batched(), inputs);
        yield repeated(inputs.getFirst(), inputs.get(1).shape(), inputs);
      }
      case ElementOp.PreluGradient _ -> {
        require(inputs.size() == 3 && !inputs.get(1).batched(), inputs);
        require(inputs.get(0).equals(inputs.get(2)), inputs);
        yield repeated(inputs.getFirst(), inputs.get(1).shape(), inputs);
      }
      case ElementOp.ScaleGradient(Shape shape) -> sum(inputs, shape);
      case ElementOp.PreluSlopeGradient(Shape shape) -> sum(inputs, shape);
      case ElementOp.Repeat(int axis, int times) -> {
        Type x = same(inputs, 1);
        require(x.shape().dimension(axis) == 1 && times >= 1, inputs);
        yield new Type(x.shape().with(axis, times), x.batched());
      }
      case ElementOp.SumAxis(int axis) -> {
        Type x = same(inputs, 1);
        yield new Type(x.shape().with(axis, 1), x.batched());
      }
    };
  }

  private static Type same(List<Type> inputs, int count) {
    require(inputs.size() == count, inputs);
    require(inputs.stream().allMatch(inputs.getFirst()::equals), inputs);
    return inputs.getFirst();
  }

  private static Type sum(List<Type> inputs, Shape shape) {
    repeated(same(inputs, 2), shape, inputs);
    return Type.shared(shape);
  }

  /** The type of a tensor per sample, along which one of that shape repeats. */
  private static Type repeated(Type x, Shape shape, List<Type> inputs) {
    require(x.batched() && x.shape().size() % shape.size() == 0, inputs);
    return x;
  }

  private static void require(boolean condition, List<Type> inputs) {
    if (!condition) {
      throw new IllegalArgumentException("ill-typed operands: " + inputs);
    }
  }
}
