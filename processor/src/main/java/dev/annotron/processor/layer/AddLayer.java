package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.List;
import java.util.Optional;

/** {@code @Add}: the sum of tensors of one shape. */
final class AddLayer implements Layer {
  @Override
  public String kind() {
    return "Add";
  }

  @Override
  public Arity arity() {
    return Arity.SEVERAL;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    List<Node> inputs = composer.inputs();
    Shape first = inputs.getFirst().shape();
    for (int i = 1; i < inputs.size(); i++) {
      if (!inputs.get(i).shape().equals(first)) {
        return composer.refuse(
            Code.SHAPE_MISMATCH,
            composer.inputPosition(i),
            "Add takes tensors of one shape, found %s and %s (%s); make the two shapes equal"
                .formatted(first, inputs.get(i).shape(), composer.path()));
      }
    }
    Node sum = inputs.getFirst();
    for (Node input : inputs.subList(1, inputs.size())) {
      sum = composer.add(new Op.Add(), sum, input);
    }
    return Optional.of(sum);
  }
}
