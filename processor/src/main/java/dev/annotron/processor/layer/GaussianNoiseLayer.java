package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** {@code @GaussianNoise}: noise that only training sees. */
final class GaussianNoiseLayer implements Layer {
  @Override
  public String kind() {
    return "GaussianNoise";
  }

  @Override
  public boolean check(Composer composer) {
    Value<Double> deviation = composer.annotation().real("value");
    boolean fits = deviation.value() >= 0 && Float.isFinite(deviation.value().floatValue());
    return composer.check(fits, "value", deviation, "finite, and 0 or above");
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    double deviation = composer.annotation().real("value").value();
    if (!composer.training() || deviation == 0) {
      return Optional.of(composer.input());
    }
    RandomOp noise = new RandomOp.Noise(deviation, composer.name().hashCode());
    return Optional.of(composer.add(noise, composer.input()));
  }
}
