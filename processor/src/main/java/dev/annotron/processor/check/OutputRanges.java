package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** An {@code @Output} has one loss at most, whose weight can be added up. */
final class OutputRanges {
  private static final String ANNOTATION = "Output";

  private OutputRanges() {}

  static void check(ModelSpec model, Report report) {
    for (LayerSpec layer : model.layers()) {
      layer.modifier(ANNOTATION).ifPresent(output -> check(layer, output, report));
    }
  }

  private static void check(LayerSpec layer, AnnotationSpec output, Report report) {
    List<Value<String>> losses = output.names("loss");
    if (losses.size() > 1) {
      refuse(layer, losses.get(1).at(), "loss", losses.size() + " losses", "one", report);
    }
    Value<Double> weight = output.real("weight");
    if (!(weight.value() >= 0) || !Float.isFinite(weight.value().floatValue())) {
      String expected = "finite, and 0 or above";
      refuse(layer, weight.at(), "weight", weight.value(), expected, report);
    }
  }

  private static void refuse(
      LayerSpec layer, Position at, String attribute, Object found, String expected, Report to) {
    to.add(
        Code.ATTRIBUTE_RANGE,
        at,
        "%s: %s of @%s is %s; it must be %s"
            .formatted(layer.name(), attribute, ANNOTATION, Numbers.found(found), expected));
  }
}
