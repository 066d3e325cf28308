package dev.annotron.processor.layer;

import dev.annotron.Activation;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Pointwise;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @LeakyRelu}: leaky ReLU with a slope of one's own. */
final class LeakyReluLayer implements Layer {
  @Override
  public String kind() {
    return "LeakyRelu";
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Value<Double> slope = composer.annotation().real("slope");
    if (!(slope.value() >= 0 && Double.isFinite(slope.value()))) {
      return composer.outOfRange("slope", slope, "finite and not negative");
    }
    Pointwise function = new Pointwise(Activation.LEAKY_RELU, slope.value());
    return Optional.of(composer.add(new Op.Activate(function), composer.input()));
  }
}
