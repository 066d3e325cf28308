package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Reading;
import java.util.List;
import java.util.function.BiConsumer;

/** The rules that look at a model as written, before anything is known of shapes. */
public final class SpecChecks {
  private static final List<BiConsumer<ModelSpec, Report>> RULES =
      List.of(
          TrainRanges::check,
          OptimizerRanges::check,
          NesterovNeedsMomentum::check,
          OutputRanges::check,
          IdsAreEmbedded::check,
          LossOptionsFit::check,
          ScheduleRanges::check,
          TrainingConflicts::check,
          PenaltyRanges::check,
          ModifiersFit::check);

  private SpecChecks() {}

  /** Reports what is wrong; every rule runs. */
  public static void check(Reading reading, Report report) {
    RULES.forEach(rule -> rule.accept(reading.model(), report));
    if (reading.complete()) { // else the layer that reads another may be the one left out
      LayersAreRead.check(reading.model(), report);
    }
  }
}
