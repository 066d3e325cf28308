package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/**
 * {@code @Dropout} of values, {@code @SpatialDropout1D} and {@code @SpatialDropout2D} of channels.
 *
 * @param axes how many axes lie before the channels; 0 if single values are dropped
 */
record DropoutLayer(String kind, int axes) implements Layer {

  static DropoutLayer ofValues() {
    return new DropoutLayer("Dropout", 0);
  }

  static DropoutLayer ofChannels(int axes) {
    return new DropoutLayer("SpatialDropout" + axes + "D", axes);
  }

  @Override
  public boolean check(Composer composer) {
    Value<Double> rate = composer.annotation().real("value");
    boolean fits = rate.value() >= 0 && rate.value().floatValue() < 1;
    return composer.check(fits, "value", rate, "from 0 up to, not including, 1");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Shape shape = composer.input().shape();
    if (axes > 0 && shape.rank() != axes + 1) {
      return composer.refuse(
          Code.SHAPE_RANK,
          composer.annotation().at(),
          "%s takes rank %d, found rank %d (%s); drop single values with @Dropout"
              .formatted(kind, axes + 1, shape.rank(), composer.path()));
    }
    double rate = composer.annotation().real("value").value();
    if (!composer.training() || rate == 0) {
      return Optional.of(composer.input());
    }
    int channels = axes > 0 ? shape.last() : shape.size();
    return Optional.of(
        composer.add(
            new RandomOp.Dropout(rate, composer.name().hashCode(), channels), composer.input()));
  }
}
