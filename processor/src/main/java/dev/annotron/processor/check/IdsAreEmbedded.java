package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.layer.Ids;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;

/**
 * Ids are names that look like numbers: only an embedding can read them, and it reads nothing else.
 */
final class IdsAreEmbedded {
  private IdsAreEmbedded() {}

  static void check(ModelSpec model, Report report) {
    Ids ids = new Ids(model);
    for (LayerSpec layer : model.layers()) {
      layer.inputs().forEach(input -> check(layer, input, ids, report));
    }
  }

  private static void check(LayerSpec layer, Value<String> input, Ids ids, Report report) {
    if (ids.misread(layer, input.value())) {
      boolean given = ids.input(input.value()).isPresent();
      String kind = layer.layer().kind();
      report.add(
          Code.INPUT_TYPE,
          input.at(),
          given
              ? "%s: %s is an @Input of ids, which @%s would take for numbers; put an @Embedding between"
                      .formatted(layer.name(), input.value(), kind)
                  + " them, or remove type = INT"
              : "%s: @%s takes ids, and %s is no @Input of ids; read one, with type = INT beside its"
                      .formatted(layer.name(), kind, input.value())
                  + " shape, such as @Input(value = 40, type = INT)");
    }
  }
}
