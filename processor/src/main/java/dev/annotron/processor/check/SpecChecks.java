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
          ModifiersFit::check,
          ModifiersAct::check,
          LayersAreNotLinearTwice::check,
          ActivationsAreNotRepeated::check,
          SigmoidsAreNotStacked::check,
          BatchNormHasBatches::check,
          LearningRateIsUsual::check);

  /** Those that look at the outputs, which are others if the last layer could not be read. */
  private static final List<BiConsumer<ModelSpec, Report>> OF_OUTPUTS =
      List.of(
          OutputsAreWeighed::check,
          OutputNames::check,
          RegressionDoesNotEndInRelu::check,
          OutputsAreNotDropped::check);

  private SpecChecks() {}

  /** Reports what is wrong; every rule runs that can. */
  public static void check(Reading reading, Report report) {
    RULES.forEach(rule -> rule.accept(reading.model(), report));
    if (reading.outputsKnown()) {
      OF_OUTPUTS.forEach(rule -> rule.accept(reading.model(), report));
    }
    if (reading.complete()) { // else the layer that reads another may be the one left out
      LayersAreRead.check(reading.model(), report);
    }
  }
}
