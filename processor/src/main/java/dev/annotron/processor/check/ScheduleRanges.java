package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** The numbers of a schedule that depend on each other. */
final class ScheduleRanges {
  private ScheduleRanges() {}

  static void check(ModelSpec model, Report report) {
    model.beside("CosineDecay").ifPresent(decay -> warmup(model, decay, report));
    model.beside("PiecewiseConstantDecay").ifPresent(decay -> pieces(model, decay, report));
  }

  /** A warm-up has a length and an end; without one the rate starts above 0. */
  private static void warmup(ModelSpec model, AnnotationSpec decay, Report report) {
    Value<Double> target = decay.real("warmupTarget");
    Value<Integer> steps = decay.integer("warmupSteps");
    if (target.value() > 0 && steps.value() == 0) {
      refuse(model, steps.at(), "warmupSteps of @CosineDecay is 0", "above 0", report);
    }
    if (target.value() == 0 && steps.value() > 0) {
      refuse(model, target.at(), "warmupTarget of @CosineDecay is 0", "above 0", report);
    }
    Value<Double> initial = decay.real("initialLearningRate");
    if (target.value() == 0 && steps.value() == 0 && initial.value() == 0) {
      refuse(
          model,
          initial.at(),
          "initialLearningRate of @CosineDecay is 0",
          "above 0, or lead to a warmupTarget",
          report);
    }
  }

  private static void pieces(ModelSpec model, AnnotationSpec decay, Report report) {
    List<Value<Integer>> boundaries = decay.eachInteger("boundaries");
    int last = -1;
    for (Value<Integer> boundary : boundaries) {
      if (boundary.value() <= last) {
        String found = "a boundary of @PiecewiseConstantDecay is " + boundary.value();
        refuse(model, boundary.at(), found, "at least " + (last + 1), report);
      }
      last = boundary.value();
    }
    List<Value<Double>> values = decay.eachReal("values");
    if (values.size() != boundaries.size() + 1) {
      String found = "the number of values of @PiecewiseConstantDecay is " + values.size();
      int expected = boundaries.size() + 1;
      refuse(model, decay.at(), found, expected + ", one more than boundaries", report);
    }
    for (Value<Double> value : values) {
      float rate = value.value().floatValue();
      if (!(rate > 0 && Float.isFinite(rate))) {
        String found = "a value of @PiecewiseConstantDecay is " + Numbers.found(value.value());
        refuse(model, value.at(), found, "finite and above 0", report);
      }
    }
  }

  private static void refuse(
      ModelSpec model, Position at, String found, String expected, Report report) {
    report.add(
        Code.ATTRIBUTE_RANGE,
        at,
        "%s: %s; it must be %s".formatted(model.interfaceName(), found, expected));
  }
}
