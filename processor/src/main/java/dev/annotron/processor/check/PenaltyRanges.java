package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** Penalties make weights small: none is negative. */
final class PenaltyRanges {
  private PenaltyRanges() {}

  static void check(ModelSpec model, Report report) {
    for (LayerSpec layer : model.layers()) {
      for (String kind : List.of("L1", "L2")) {
        layer.modifier(kind).ifPresent(penalty -> check(layer, penalty, report));
      }
    }
  }

  private static void check(LayerSpec layer, AnnotationSpec penalty, Report report) {
    for (String attribute : List.of("value", "bias")) {
      Value<Double> found = penalty.real(attribute);
      if (!(found.value() >= 0 && Float.isFinite(found.value().floatValue()))) {
        report.add(
            Code.ATTRIBUTE_RANGE,
            found.at(),
            "%s: %s of @%s is %s; it must be finite, and 0 or above"
                .formatted(layer.name(), attribute, penalty.kind(), found.value()));
      }
    }
  }
}
