package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Training makes something small, and what is said of a loss is said of one that there is. */
final class OutputsAreWeighed {
  private OutputsAreWeighed() {}

  static void check(ModelSpec model, Report report) {
    List<OutputSpec> outputs = model.outputs();
    if (!outputs.isEmpty() && outputs.stream().allMatch(output -> output.weight().value() == 0)) {
      report.addAs(Code.OUTPUT_WEIGHTS, outputs.getLast().weight().at(), model.interfaceName());
    }
    Set<String> names =
        outputs.stream().map(output -> output.layer().name()).collect(Collectors.toSet());
    for (LayerSpec layer : model.layers()) {
      if (!names.contains(layer.name())) {
        layer
            .modifier("LossOptions")
            .ifPresent(options -> report.addAs(Code.OUTPUT_MISSING, options.at(), layer.name()));
      }
    }
  }
}
