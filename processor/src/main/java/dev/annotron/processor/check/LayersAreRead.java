package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All layers but the outputs are there to be read by others. */
final class LayersAreRead {
  private LayersAreRead() {}

  static void check(ModelSpec model, Report report) {
    List<LayerSpec> layers = model.layers();
    Set<String> read =
        layers.stream()
            .flatMap(layer -> layer.inputs().stream().map(Value::value))
            .collect(Collectors.toCollection(HashSet::new));
    model.outputs().forEach(output -> read.add(output.layer().name()));
    for (LayerSpec layer : layers) {
      if (!read.contains(layer.name())) {
        report.addAs(Code.LAYER_UNUSED, layer.at(), layer.name());
      }
    }
  }
}
