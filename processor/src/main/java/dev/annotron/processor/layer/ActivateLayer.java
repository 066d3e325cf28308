package dev.annotron.processor.layer;

import dev.annotron.Activation;
import dev.annotron.processor.ir.Node;
import java.util.Optional;

/** {@code @Activate}: an activation as a layer of its own. */
final class ActivateLayer implements Layer {
  @Override
  public String kind() {
    return "Activate";
  }

  @Override
  public boolean keepsMask() {
    return true;
  }

  @Override
  public Optional<Node> compose(Composer composer) {
    Activation activation = composer.annotation().constant("value", Activation.class).value();
    return Optional.of(Activations.apply(composer, activation, composer.input()));
  }
}
