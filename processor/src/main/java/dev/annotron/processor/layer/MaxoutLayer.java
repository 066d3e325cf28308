package dev.annotron.processor.layer;

import dev.annotron.Initializer;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.Optional;
import java.util.Set;

/** {@code @Maxout}: one product for all pieces of all units, and their maximum. */
final class MaxoutLayer implements Layer {
  @Override
  public String kind() {
    return "Maxout";
  }

  @Override
  public Set<String> modifiers() {
    return Set.of("Init");
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> units = composer.annotation().integer("units");
    Value<Integer> pieces = composer.annotation().integer("pieces");
    return composer.check(units.value() >= 1, "units", units, "at least 1")
        & composer.check(pieces.value() >= 2, "pieces", pieces, "at least 2");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Node x = composer.input();
    if (x.shape().rank() != 1) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "Maxout takes rank 1, found rank %d (%s); put @Flatten before it"
              .formatted(x.shape().rank(), composer.path()));
    }
    int units = composer.annotation().integer("units").value();
    int pieces = composer.annotation().integer("pieces").value();
    int in = x.shape().last();
    int all = Math.multiplyExact(units, pieces);
    Node kernel =
        composer.kernel(Shape.of(in, units, pieces), Initializer.GLOROT_UNIFORM, in, units);
    Node bias = composer.bias(Shape.of(units, pieces));
    Node product =
        composer.add(new Op.MatMul(), x, composer.add(new Op.Reshape(Shape.of(in, all)), kernel));
    Node sum =
        composer.add(new Op.AddBias(), product, composer.add(new Op.Reshape(Shape.of(all)), bias));
    return Optional.of(largest(composer, sum, units, pieces));
  }

  private static Node largest(Composer composer, Node sum, int units, int pieces) {
    Node table = composer.add(new Op.Reshape(Shape.of(units, pieces)), sum);
    Node largest = composer.add(new Op.Slice(1, 0, 1), table);
    for (int piece = 1; piece < pieces; piece++) {
      Node next = composer.add(new Op.Slice(1, piece, 1), table);
      largest = composer.add(new ElementOp.Combine(Combination.MAXIMUM), largest, next);
    }
    return composer.add(new Op.Reshape(Shape.of(units)), largest);
  }
}
