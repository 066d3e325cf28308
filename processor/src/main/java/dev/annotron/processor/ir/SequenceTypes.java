package dev.annotron.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** The types of {@link SequenceOp}s. */
final class SequenceTypes {
  private SequenceTypes() {}

  static Type infer(SequenceOp op, List<Type> in) {
    Shape x = in.getFirst().shape();
    return switch (op) {
      case SequenceOp.Embed _ -> {
        require(in.size() == 2 && in.get(0).batched() && !in.get(1).batched(), in);
        require(in.get(1).shape().rank() == 2, in);
        yield Type.perSample(with(x, in.get(1).shape().last()));
      }
      case SequenceOp.EmbedGradient(int vocabulary) -> {
        require(in.size() == 2 && in.get(0).batched() && in.get(1).batched(), in);
        int units = in.get(1).shape().last();
        require(in.get(1).shape().equals(with(x, units)), in);
        yield Type.shared(Shape.of(vocabulary, units));
      }
      case SequenceOp.Mask _ -> {
        require(in.size() == 1 && in.getFirst().batched() && x.rank() == 2, in);
        yield Type.perSample(Shape.of(x.dimension(0)));
      }
      case SequenceOp.MaskedWeights _ -> {
        require(in.size() == 2 && in.stream().allMatch(Type::batched) && x.rank() == 1, in);
        require(in.get(1).shape().equals(Shape.of(1)), in);
        yield in.getFirst();
      }
      case SequenceOp.Products products -> products(products, in);
      case SequenceOp.Hide hide -> {
        require(in.size() == (hide.masked() ? 2 : 1) && x.rank() == 3, in);
        require(!hide.masked() || in.get(1).shape().equals(Shape.of(x.last())), in);
        require(in.stream().allMatch(Type::batched), in);
        yield in.getFirst();
      }
    };
  }

  private static Type products(SequenceOp.Products op, List<Type> in) {
    require(in.size() == 2 && in.get(0).batched() && in.get(1).batched(), in);
    Shape a = in.get(0).shape();
    Shape b = in.get(1).shape();
    int rank = a.rank();
    require(rank >= 2 && b.rank() == rank, in);
    require(outer(a).equals(outer(b)), in);
    int m = a.dimension(op.transposeA() ? rank - 1 : rank - 2);
    int k = a.dimension(op.transposeA() ? rank - 2 : rank - 1);
    int n = b.dimension(op.transposeB() ? rank - 2 : rank - 1);
    require(k == b.dimension(op.transposeB() ? rank - 1 : rank - 2), in);
    return Type.perSample(a.with(rank - 2, m).with(rank - 1, n));
  }

  private static List<Integer> outer(Shape shape) {
    return shape.dimensions().subList(0, shape.rank() - 2);
  }

  private static Shape with(Shape shape, int last) {
    List<Integer> sizes = new ArrayList<>(shape.dimensions());
    sizes.add(last);
    return new Shape(sizes);
  }

  private static void require(boolean condition, List<Type> in) {
    if (!condition) {
      throw new IllegalArgumentException("ill-typed operands: " + in);
    }
  }
}
