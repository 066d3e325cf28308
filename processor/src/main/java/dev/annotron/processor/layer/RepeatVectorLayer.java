package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Geometry.Axis;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @RepeatVector}: a row several times, as the steps of a sequence. */
final class RepeatVectorLayer implements Layer {
  @Override
  public String kind() {
    return "RepeatVector";
  }

  @Override
  public boolean check(Composer composer) {
    Value<Integer> times = composer.annotation().integer("value");
    return composer.check(times.value() >= 1, "value", times, "at least 1");
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = composer.input().shape();
    if (shape.rank() != 1) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "RepeatVector takes rank 1, found rank %d (%s); put @Flatten before it"
              .formatted(shape.rank(), composer.path()));
    }
    Axis steps = Axis.whole(composer.annotation().integer("value").value());
    Geometry geometry = Geometry.pooling(Axis.SINGLE, steps, shape.last());
    Shape result = Shape.of(steps.size(), shape.last());
    result.size(); // refuses what an int cannot count
    Node row = composer.add(new Op.Reshape(geometry.result()), composer.input());
    Node repeated = composer.add(new PoolOp.SpreadPool(geometry, false), row);
    return Optional.of(composer.add(new Op.Reshape(result), repeated));
  }
}
