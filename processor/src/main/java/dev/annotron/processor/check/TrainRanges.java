package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;

/** Training takes at least one epoch, and at least one sample per step. */
final class TrainRanges {
  private TrainRanges() {}

  static void check(ModelSpec model, Report report) {
    atLeastOne(model, "epochs", model.train().epochs(), report);
    atLeastOne(model, "batchSize", model.train().batchSize(), report);
  }

  private static void atLeastOne(
      ModelSpec model, String attribute, Value<Integer> found, Report report) {
    if (found.value() < 1) {
      report.add(
          Code.ATTRIBUTE_RANGE,
          found.at(),
          "%s: %s of @Train is %d; it must be at least 1"
              .formatted(model.interfaceName(), attribute, found.value()));
    }
  }
}
