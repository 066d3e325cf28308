package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Set;

/** One learning rate, one way of clipping, one weight decay; one norm of a kernel. */
final class TrainingConflicts {
  private static final Set<String> CLIPPING = Set.of("ClipValue", "ClipNorm", "GlobalClipNorm");
  private static final Set<String> NORMS = Set.of("MaxNorm", "UnitNorm");
  private static final String LEARNING_RATE = "learningRate";

  private TrainingConflicts() {}

  static void check(ModelSpec model, Report report) {
    oneOf(model.interfaceName(), model.schedules(), report);
    oneOf(
        model.interfaceName(),
        model.training().stream().filter(a -> CLIPPING.contains(a.kind())).toList(),
        report);
    if (model.optimizer().kind().equals("AdamW")) {
      model
          .beside("WeightDecay")
          .ifPresent(
              decay -> oneOf(model.interfaceName(), List.of(model.optimizer(), decay), report));
    }
    model.layers().forEach(layer -> oneNorm(layer, report));
    if (!model.schedules().isEmpty()) {
      onlySchedule(model, model.schedules().getFirst(), report);
    }
  }

  /** Where each vector gets the norm 1, a largest norm says nothing. */
  private static void oneNorm(LayerSpec layer, Report report) {
    List<AnnotationSpec> norms =
        layer.modifiers().stream()
            .filter(modifier -> NORMS.contains(modifier.kind()))
            .filter(modifier -> ModifiersFit.fits(layer, modifier))
            .toList();
    oneOf(layer.name(), norms, report);
  }

  private static void oneOf(String name, List<AnnotationSpec> found, Report report) {
    if (found.size() > 1) {
      report.addAs(
          Code.TRAINING_CONFLICT,
          found.get(1).at(),
          name,
          found.get(0).kind(),
          found.get(1).kind());
    }
  }

  private static void onlySchedule(ModelSpec model, AnnotationSpec schedule, Report report) {
    Value<Double> rate = model.optimizer().real(LEARNING_RATE);
    if (isWritten(rate.at())) {
      report.addAs(
          Code.LEARNING_RATE_TWICE,
          rate.at(),
          model.interfaceName(),
          schedule.kind(),
          model.optimizer().kind());
    }
  }

  /** A default stands at its annotation, a written value at itself. */
  private static boolean isWritten(Position at) {
    return at.value() != null;
  }
}
