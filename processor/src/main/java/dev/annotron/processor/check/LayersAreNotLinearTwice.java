package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;

/** A linear function of a linear function is one linear function. */
final class LayersAreNotLinearTwice {
  private LayersAreNotLinearTwice() {}

  static void check(ModelSpec model, Graph forward, Report report) {
    Chains chains = new Chains(model);
    for (LayerSpec layer : model.layers()) {
      if (Chains.isWeighted(layer)) {
        chains
            .before(layer)
            .filter(above -> Chains.isWeighted(above, Activation.LINEAR))
            .ifPresent(
                above ->
                    report.addAs(
                        Code.LINEAR_TWICE,
                        above.layer().constant("activation", Activation.class).at(),
                        above.name(),
                        layer.name()));
      }
    }
  }
}
