package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;

/** A second softmax flattens what the first has told apart; a second relu does nothing. */
final class ActivationsAreNotRepeated {
  private ActivationsAreNotRepeated() {}

  static void check(ModelSpec model, Report report) {
    Chains chains = new Chains(model);
    for (LayerSpec layer : model.layers()) {
      if (Chains.isActivation(layer)) {
        Value<Activation> written = layer.layer().constant("value", Activation.class);
        chains
            .before(layer)
            .filter(_ -> written.value() != Activation.LINEAR)
            .filter(above -> Chains.activation(above).filter(a -> same(a, written)).isPresent())
            .ifPresent(
                above ->
                    report.addAs(
                        Code.ACTIVATION_TWICE,
                        written.at(),
                        layer.name(),
                        above.name(),
                        written.value()));
      }
    }
  }

  private static boolean same(Value<Activation> one, Value<Activation> other) {
    return one.value() == other.value();
  }
}
