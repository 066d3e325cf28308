package dev.annotron.processor.check;

import dev.annotron.Loss;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.HashSet;
import java.util.Set;

/** What stands in {@code @LossOptions} must mean something to the loss, and be in its range. */
final class LossOptionsFit {
  private LossOptionsFit() {}

  static void check(ModelSpec model, Report report) {
    Set<AnnotationSpec> seen = new HashSet<>();
    for (OutputSpec output : model.outputs()) {
      output
          .options()
          .filter(seen::add)
          .ifPresent(options -> check(model, output.loss().value(), options, report));
    }
  }

  private static void check(ModelSpec model, Loss loss, AnnotationSpec options, Report report) {
    Set<String> known = known(loss);
    options
        .values()
        .forEach(
            (name, value) -> {
              if (value.at().value() != null && !known.contains(name)) {
                report.addAs(Code.LOSS_OPTION, value.at(), model.interfaceName(), loss, name);
              }
            });
    Value<Double> delta = options.real("delta");
    range(
        model, "delta", delta, delta.value() > 0 && isFinite(delta), "finite and above 0", report);
    Value<Double> gamma = options.real("gamma");
    boolean inRange = gamma.value() >= 0 && isFinite(gamma);
    range(model, "gamma", gamma, inRange, "finite, and 0 or above", report);
    Value<Double> alpha = options.real("alpha");
    inRange = alpha.value() >= 0 && alpha.value() <= 1;
    range(model, "alpha", alpha, inRange, "from 0 to 1", report);
    Value<Double> smoothing = options.real("labelSmoothing");
    inRange = smoothing.value() >= 0 && smoothing.value().floatValue() < 1;
    range(model, "labelSmoothing", smoothing, inRange, "at least 0 and below 1", report);
  }

  private static Set<String> known(Loss loss) {
    return switch (loss) {
      case HUBER -> Set.of("delta");
      case BINARY_FOCAL_CROSSENTROPY ->
          Set.of("gamma", "applyClassBalancing", "alpha", "labelSmoothing");
      case BINARY_CROSSENTROPY, CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
          Set.of("labelSmoothing");
      default -> Set.of();
    };
  }

  private static boolean isFinite(Value<Double> value) {
    return Float.isFinite(value.value().floatValue());
  }

  private static void range(
      ModelSpec model,
      String name,
      Value<Double> found,
      boolean inRange,
      String expected,
      Report report) {
    if (!inRange) {
      report.add(
          Code.ATTRIBUTE_RANGE,
          found.at(),
          "%s: %s of @LossOptions is %s; it must be %s"
              .formatted(model.interfaceName(), name, Numbers.found(found.value()), expected));
    }
  }
}
