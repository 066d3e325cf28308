package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Set;

/** One learning rate, one way of clipping, one weight decay. */
final class TrainingConflicts {
  private static final Set<String> CLIPPING = Set.of("ClipValue", "ClipNorm", "GlobalClipNorm");
  private static final String LEARNING_RATE = "learningRate";

  private TrainingConflicts() {}

  static void check(ModelSpec model, Report report) {
    oneOf(model, model.schedules(), report);
    oneOf(
        model, model.training().stream().filter(a -> CLIPPING.contains(a.kind())).toList(), report);
    if (model.optimizer().kind().equals("AdamW")) {
      model
          .beside("WeightDecay")
          .ifPresent(decay -> oneOf(model, List.of(model.optimizer(), decay), report));
    }
    if (!model.schedules().isEmpty()) {
      onlySchedule(model, model.schedules().getFirst(), report);
    }
  }

  private static void oneOf(ModelSpec model, List<AnnotationSpec> found, Report report) {
    if (found.size() > 1) {
      report.addAs(
          Code.TRAINING_CONFLICT,
          found.get(1).at(),
          model.interfaceName(),
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
