package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.ElementOp.Combination;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @Masking}: a mask for the layers behind it, and zeros where it masks. */
final class MaskingLayer implements Layer {
  @Override
  public String kind() {
    return "Masking";
  }

  @Override
  public boolean check(Composer composer) {
    Value<Double> value = composer.annotation().real("maskValue");
    boolean fits = Float.isFinite(value.value().floatValue());
    return composer.check(fits, "maskValue", value, "finite");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Node x = composer.input();
    if (x.shape().rank() != 2) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "Masking takes rank 2 (steps, features), found rank %d (%s); put @Reshape before it"
              .formatted(x.shape().rank(), composer.path()));
    }
    double value = composer.annotation().real("maskValue").value().floatValue();
    Node mask = composer.add(new SequenceOp.Mask(value), x);
    Node column = composer.add(new Op.Reshape(Shape.of(x.shape().dimension(0), 1)), mask);
    Node wide = composer.add(new ElementOp.Repeat(1, x.shape().last()), column);
    Node kept = composer.add(new ElementOp.Combine(Combination.MULTIPLY), x, wide);
    composer.mask(kept, mask);
    return Optional.of(kept);
  }
}
