package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.layer.Composed;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Reading;

/** The rules that look at shapes, as far as they are known. */
public final class GraphChecks {
  private GraphChecks() {}

  /** Reports what is wrong; every rule runs that can. */
  public static void check(Reading reading, Composed composed, Report report) {
    ModelSpec model = reading.model();
    SoftmaxHasSeveralUnits.check(model, composed, report);
    if (reading.outputsKnown()) {
      LossFitsOutput.check(model, composed, report);
      MetricsFitLoss.check(model, composed, report);
      TopKNeedsClasses.check(model, composed, report);
    }
    if (reading.complete()) {
      composed.graph().ifPresent(graph -> WeightsAreThere.check(model, graph, report));
    }
  }
}
