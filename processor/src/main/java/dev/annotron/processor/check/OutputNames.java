package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;

/** Of several outputs each has values of its own in the history, under names of their own. */
final class OutputNames {
  /** What stands before the names of values on validation data. */
  private static final String VALIDATION = "val";

  private OutputNames() {}

  static void check(ModelSpec model, Report report) {
    List<LayerSpec> layers = model.outputs().stream().map(output -> output.layer()).toList();
    if (layers.size() < 2) {
      return;
    }
    for (LayerSpec layer : layers) {
      if (layer.name().equals(VALIDATION)) {
        report.addAs(Code.OUTPUT_NAME, layer.at(), layer.name(), "the sum of all losses");
      }
      layers.stream()
          .map(LayerSpec::name)
          .filter(other -> layer.name().equals(VALIDATION + "_" + other))
          .forEach(
              other ->
                  report.addAs(Code.OUTPUT_NAME, layer.at(), layer.name(), "that of " + other));
    }
  }
}
