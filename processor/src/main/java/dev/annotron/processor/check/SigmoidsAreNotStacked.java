package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;

/**
 * The derivative of sigmoid is at most 1/4, so behind four of them a gradient has at most 1/256 of
 * its size: <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio, 2010</a>.
 */
final class SigmoidsAreNotStacked {
  private static final int TOO_DEEP = 4;

  private SigmoidsAreNotStacked() {}

  static void check(ModelSpec model, Report report) {
    Chains chains = new Chains(model);
    for (LayerSpec layer : model.layers()) {
      if (depth(chains, layer) == TOO_DEEP) {
        report.addAs(
            Code.SIGMOID_STACK,
            layer.layer().constant("activation", Activation.class).at(),
            layer.name(),
            TOO_DEEP);
      }
    }
  }

  /** How many layers with sigmoid end in this one, one directly behind the other. */
  private static int depth(Chains chains, LayerSpec layer) {
    int depth = 0;
    LayerSpec at = layer;
    while (at != null && Chains.isWeighted(at, Activation.SIGMOID)) {
      depth++;
      at = chains.before(at).orElse(null);
    }
    return depth;
  }
}
