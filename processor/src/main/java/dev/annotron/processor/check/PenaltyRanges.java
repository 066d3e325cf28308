package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Optional;

/**
 * Penalties make weights small: none is negative. Nor is the largest norm. Those beside a layer
 * that they do not fit go away as a whole, so their numbers are no further mistake.
 */
final class PenaltyRanges {
  private PenaltyRanges() {}

  static void check(ModelSpec model, Report report) {
    for (LayerSpec layer : model.layers()) {
      for (String kind : List.of("L1", "L2")) {
        fitting(layer, kind).ifPresent(penalty -> check(layer, penalty, report));
      }
      fitting(layer, "MaxNorm").ifPresent(norm -> checkNorm(layer, norm, report));
    }
  }

  private static Optional<AnnotationSpec> fitting(LayerSpec layer, String kind) {
    return layer.modifier(kind).filter(modifier -> ModifiersFit.fits(layer, modifier));
  }

  private static void checkNorm(LayerSpec layer, AnnotationSpec norm, Report report) {
    Value<Double> found = norm.real("value");
    if (!(found.value().floatValue() > 0 && Float.isFinite(found.value().floatValue()))) {
      report.add(
          Code.ATTRIBUTE_RANGE,
          found.at(),
          "%s: value of @MaxNorm is %s; it must be finite and above 0"
              .formatted(layer.name(), Numbers.found(found.value())));
    }
  }

  private static void check(LayerSpec layer, AnnotationSpec penalty, Report report) {
    for (String attribute : List.of("value", "bias", "activity")) {
      Value<Double> found = penalty.real(attribute);
      if (!(found.value() >= 0 && Float.isFinite(found.value().floatValue()))) {
        report.add(
            Code.ATTRIBUTE_RANGE,
            found.at(),
            "%s: %s of @%s is %s; it must be finite, and 0 or above"
                .formatted(layer.name(), attribute, penalty.kind(), Numbers.found(found.value())));
      }
    }
  }
}
