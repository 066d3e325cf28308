package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layers that make one tensor of several, value by value: {@code @Add}, {@code @Subtract},
 * {@code @Multiply}, {@code @Average}, {@code @Maximum}, {@code @Minimum}.
 *
 * @param op what joins the tensors so far with the next one
 */
record MergeLayer(String kind, Arity arity, Op op) implements Layer {

  static MergeLayer add() {
    return new MergeLayer("Add", Arity.SEVERAL, new Op.Add());
  }

  static MergeLayer average() {
    return new MergeLayer("Average", Arity.SEVERAL, new Op.Add());
  }

  static MergeLayer subtract() {
    return new MergeLayer("Subtract", Arity.TWO, new ElementOp.Combine(Combination.SUBTRACT));
  }

  static MergeLayer of(String kind, Combination how) {
    return new MergeLayer(kind, Arity.SEVERAL, new ElementOp.Combine(how));
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    List<Node> inputs = composer.inputs();
    Shape shape = inputs.getFirst().shape();
    for (int i = 1; i < inputs.size(); i++) {
      Optional<Shape> joined = Broadcast.join(shape, inputs.get(i).shape());
      if (joined.isEmpty()) {
        return composer.refuse(
            Code.SHAPE_MISMATCH,
            composer.inputPosition(i),
            "%s takes tensors of one shape, or with axes of size 1 that repeat, found %s and %s (%s);"
                    .formatted(kind, shape, inputs.get(i).shape(), composer.path())
                + " make the two shapes equal");
      }
      shape = joined.get();
    }
    return Optional.of(join(composer, inputs, shape));
  }

  private Node join(Composer composer, List<Node> inputs, Shape shape) {
    List<Node> wide = new ArrayList<>();
    inputs.forEach(input -> wide.add(Broadcast.expand(composer, input, shape)));
    Node joined = wide.getFirst();
    for (Node next : wide.subList(1, wide.size())) {
      joined = composer.add(op, joined, next);
    }
    return kind.equals("Average")
        ? composer.add(new ElementOp.Affine(1.0 / inputs.size(), 0), joined)
        : joined;
  }
}
