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
  public boolean check(Composer composer) {
    Value<Double> slope = composer.annotation().real("slope");
    boolean fits = slope.value() >= 0 && Float.isFinite(slope.value().floatValue());
    return composer.check(fits, "slope", slope, "finite, and 0 or above");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    double slope = composer.annotation().real("slope").value();
    Pointwise function = new Pointwise(Activation.LEAKY_RELU, slope);
    return Optional.of(composer.add(new Op.Activate(function), composer.input()));
  }
}
