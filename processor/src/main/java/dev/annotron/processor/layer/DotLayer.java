package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

/** {@code @Dot}: sums of products along an axis of each of two tensors. */
final class DotLayer implements Layer {
  @Override
  public String kind() {
    return "Dot";
  }

  @Override
  public Arity arity() {
    return Arity.TWO;
  }

  @Override
  public boolean check(Composer composer) {
    List<Value<Integer>> axes = composer.annotation().eachInteger("axes");
    if (axes.isEmpty() || axes.size() > 2) {
      composer.refuse(
          Code.ATTRIBUTE_COUNT,
          composer.annotation().integers("axes").at(),
          "axes of @Dot has %d values; give one axis for both, or one for each"
              .formatted(axes.size()));
      return false;
    }
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Node a = composer.inputs().get(0);
    Node b = composer.inputs().get(1);
    int rank = a.shape().rank();
    if (rank != b.shape().rank() || rank < 1 || rank > 2) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "Dot takes two tensors of rank 1 or two of rank 2, found %s and %s (%s); put @Reshape"
                  .formatted(a.shape(), b.shape(), composer.path())
              + " before it");
    }
    List<Value<Integer>> axes = composer.annotation().eachInteger("axes");
    int first = Axes.index(axes.getFirst().value(), rank);
    int second = Axes.index(axes.getLast().value(), rank);
    if (first < 0 || first >= rank || second < 0 || second >= rank) {
      return composer.refuse(
          Code.SHAPE_AXIS,
          composer.annotation().integers("axes").at(),
          "axes of @Dot must be from 1 to %d, or -1 for the last, found %s"
              .formatted(rank, composer.annotation().integers("axes").value()));
    }
    if (a.shape().dimension(first) != b.shape().dimension(second)) {
      return composer.refuse(
          Code.SHAPE_MISMATCH,
          composer.inputPosition(1),
          "Dot takes axes of one size, found %d of %s and %d of %s (%s); choose other axes"
              .formatted(
                  a.shape().dimension(first),
                  a.shape(),
                  b.shape().dimension(second),
                  b.shape(),
                  composer.path()));
    }
    return Optional.of(rank == 1 ? inner(composer, a, b) : product(composer, a, first, b, second));
  }

  private static Node inner(Composer composer, Node a, Node b) {
    int size = a.shape().last();
    Node row = composer.add(new Op.Reshape(Shape.of(1, size)), a);
    Node column = composer.add(new Op.Reshape(Shape.of(size, 1)), b);
    Node product = composer.add(new SequenceOp.Products(false, false, 1), row, column);
    return composer.add(new Op.Reshape(Shape.of(1)), product);
  }

  private static Node product(Composer composer, Node a, int first, Node b, int second) {
    return composer.add(new SequenceOp.Products(first == 0, second == 1, 1), a, b);
  }
}
