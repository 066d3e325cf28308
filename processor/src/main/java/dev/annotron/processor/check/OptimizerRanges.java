package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an optimizer and of what stands beside it; an attribute means the same in each
 * annotation that has it, but for those that are listed with their annotation.
 */
final class OptimizerRanges {
  private static final Range POSITIVE =
      new Range("finite and above 0", value -> (float) value > 0 && isFinite(value));
  private static final Range NOT_NEGATIVE =
      new Range("finite, and 0 or above", value -> value >= 0 && isFinite(value));
  private static final Range NOT_POSITIVE =
      new Range("finite, and 0 or below", value -> value <= 0 && isFinite(value));
  private static final Range SHARE =
      new Range("at least 0 and below 1", value -> value >= 0 && (float) value < 1);
  private static final Range INSIDE =
      new Range("above 0 and below 1", value -> (float) value > 0 && (float) value < 1);
  private static final Range PROBABILITY =
      new Range("from 0 to 1", value -> value >= 0 && value <= 1);
  private static final Range AT_LEAST_ONE =
      new Range("finite, and at least 1", value -> value >= 1 && isFinite(value));
  private static final Range COUNT = new Range("0 or above", value -> value >= 0);
  private static final Range SOME = new Range("at least 1", value -> value >= 1);
  private static final Range AT_LEAST_TWO = new Range("at least 2", value -> value >= 2);

  private static final Map<String, Range> BY_ATTRIBUTE =
      ranges(
          Map.of(
              POSITIVE,
              List.of(
                  "learningRate",
                  "epsilon",
                  "value",
                  "initialLearningRate",
                  "decayRate",
                  "power",
                  "mMul",
                  "maxLearningRate",
                  "Ftrl.initialAccumulatorValue"),
              SHARE,
              List.of("momentum", "beta1", "beta2", "rho"),
              NOT_NEGATIVE,
              List.of(
                  "weightDecay",
                  "initialAccumulatorValue",
                  "l1RegularizationStrength",
                  "l2RegularizationStrength",
                  "l2ShrinkageRegularizationStrength",
                  "beta",
                  "endLearningRate",
                  "CosineDecay.initialLearningRate",
                  "warmupTarget"),
              COUNT,
              List.of("overwriteFrequency", "warmupSteps"),
              SOME,
              List.of("decaySteps", "firstDecaySteps"),
              NOT_POSITIVE,
              List.of("learningRatePower"),
              PROBABILITY,
              List.of("alpha"),
              INSIDE,
              List.of("pctStart"),
              AT_LEAST_ONE,
              List.of("tMul", "divFactor", "finalDivFactor"),
              AT_LEAST_TWO,
              List.of("totalSteps", "GradientAccumulation.value")));

  /** Values that are allowed; weights are floats, so it counts what a float makes of a value. */
  private record Range(String description, DoublePredicate contains) {}

  private OptimizerRanges() {}

  private static Map<String, Range> ranges(Map<Range, List<String>> attributes) {
    Map<String, Range> ranges = new HashMap<>();
    attributes.forEach((range, names) -> names.forEach(name -> ranges.put(name, range)));
    return Map.copyOf(ranges);
  }

  private static boolean isFinite(double value) {
    return Float.isFinite((float) value);
  }

  static void check(ModelSpec model, Report report) {
    check(model, model.optimizer(), report);
    model.training().stream()
        .filter(annotation -> !annotation.kind().equals("LossOptions"))
        .forEach(annotation -> check(model, annotation, report));
  }

  private static void check(ModelSpec model, AnnotationSpec annotation, Report report) {
    annotation
        .values()
        .forEach((name, value) -> check(model, annotation.kind(), name, value, report));
  }

  private static void check(
      ModelSpec model, String kind, String name, Value<?> found, Report report) {
    Range range = range(kind, name);
    if (range != null
        && found.value() instanceof Number number
        && !range.contains().test(number.doubleValue())) {
      report.add(
          Code.ATTRIBUTE_RANGE,
          found.at(),
          "%s: %s of @%s is %s; it must be %s"
              .formatted(
                  model.interfaceName(), name, kind, Numbers.found(number), range.description()));
    }
  }

  private static @Nullable Range range(String kind, String attribute) {
    Range own = BY_ATTRIBUTE.get(kind + "." + attribute);
    return own == null ? BY_ATTRIBUTE.get(attribute) : own;
  }
}
