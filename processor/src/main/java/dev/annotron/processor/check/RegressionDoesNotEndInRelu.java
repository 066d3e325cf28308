package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import java.util.Set;

/** Behind relu no value is negative, and a unit that is 0 for all samples learns no more. */
final class RegressionDoesNotEndInRelu {
  private static final Set<Loss> REGRESSIONS =
      Set.of(Loss.MEAN_SQUARED_ERROR, Loss.MEAN_ABSOLUTE_ERROR);

  private RegressionDoesNotEndInRelu() {}

  static void check(ModelSpec model, Report report) {
    for (OutputSpec output : model.outputs()) {
      LayerSpec layer = output.layer();
      if (REGRESSIONS.contains(output.loss().value())
          && Chains.isWeighted(layer, Activation.RELU)) {
        report.addAs(
            Code.RELU_REGRESSION,
            layer.layer().constant("activation", Activation.class).at(),
            layer.name(),
            output.loss().value());
      }
    }
  }
}
