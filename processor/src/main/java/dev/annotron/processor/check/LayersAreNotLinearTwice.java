package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.HashSet;
import java.util.Set;

/** A linear function of a linear function is one linear function. */
final class LayersAreNotLinearTwice {
  private LayersAreNotLinearTwice() {}

  static void check(ModelSpec model, Report report) {
    Chains chains = new Chains(model);
    Set<String> told = new HashSet<>(); // one activation mends it for all that read the layer
    for (LayerSpec layer : model.layers()) {
      if (Chains.isWeighted(layer)) {
        chains
            .before(layer)
            .filter(above -> Chains.isWeighted(above, Activation.LINEAR))
            .filter(above -> above.modifier("Output").isEmpty()) // it is there for itself
            .filter(above -> told.add(above.name()))
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
