package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.Map;
import java.util.function.DoublePredicate;

/** The numbers of an optimizer; an attribute means the same in each that has it. */
final class OptimizerRanges {
  private static final Range POSITIVE =
      new Range("finite and above 0", value -> (float) value > 0 && Double.isFinite((float) value));
  private static final Range SHARE =
      new Range("at least 0 and below 1", value -> value >= 0 && (float) value < 1);

  private static final Map<String, Range> BY_ATTRIBUTE =
      Map.of(
          "learningRate", POSITIVE,
          "epsilon", POSITIVE,
          "momentum", SHARE,
          "beta1", SHARE,
          "beta2", SHARE);

  /** Values that are allowed; weights are floats, so it counts what a float makes of a value. */
  private record Range(String description, DoublePredicate contains) {}

  private OptimizerRanges() {}

  static void check(ModelSpec model, Report report) {
    model.optimizer().values().forEach((name, value) -> check(model, name, value, report));
  }

  private static void check(ModelSpec model, String name, Value<?> found, Report report) {
    Range range = BY_ATTRIBUTE.get(name);
    if (range != null && found.value() instanceof Double value && !range.contains().test(value)) {
      report.add(
          Code.ATTRIBUTE_RANGE,
          found.at(),
          "%s: %s of @%s is %s; it must be %s"
              .formatted(
                  model.interfaceName(),
                  name,
                  model.optimizer().kind(),
                  value,
                  range.description()));
    }
  }
}
