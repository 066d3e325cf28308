package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

/** {@code @Concatenate}: tensors one after another along an axis. */
final class ConcatenateLayer implements Layer {
  @Override
  public String kind() {
    return "Concatenate";
  }

  @Override
  public Arity arity() {
    return Arity.SEVERAL;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape first = composer.input().shape();
    Value<Integer> written = composer.annotation().integer("axis");
    int axis = Axes.index(written.value(), first.rank());
    if (axis < 0 || axis >= first.rank()) {
      return composer.refuse(
          Code.SHAPE_AXIS,
          written.at(),
          "axis is %d, but the tensors have rank %d (%s); %s"
              .formatted(
                  written.value(), first.rank(), composer.path(), Axes.allowed(first.rank())));
    }
    return concatenate(composer, axis);
  }

  private static Optional<Node> concatenate(Composer composer, int axis) {
    List<Node> inputs = composer.inputs();
    Shape first = inputs.getFirst().shape();
    int size = first.dimension(axis);
    for (int i = 1; i < inputs.size(); i++) {
      Shape shape = inputs.get(i).shape();
      if (shape.rank() != first.rank() || !shape.with(axis, 1).equals(first.with(axis, 1))) {
        return composer.refuse(
            Code.SHAPE_MISMATCH,
            composer.inputPosition(i),
            "tensors that are concatenated along axis %d must agree in all others, found %s and %s"
                    .formatted(axis + 1, first, shape)
                + " (%s); make the other axes equal".formatted(composer.path()));
      }
      size = Math.addExact(size, shape.dimension(axis));
    }
    first.with(axis, size).size(); // refuses what an int cannot count
    Node joined = composer.add(new Op.Concat(axis), inputs);
    if (axis == 0) {
      Masks.join(composer, joined);
    } else {
      Masks.carry(Arity.SEVERAL, composer, joined);
    }
    return Optional.of(joined);
  }
}
