package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Learning rates with which networks are trained in practice lie within about two powers of ten of
 * Keras's default; a slipped decimal point does not.
 */
final class LearningRateIsUsual {

  /** From where to where a rate raises no question. */
  private record Range(double low, double high) {
    boolean has(double rate) {
      return rate >= low && rate <= high;
    }
  }

  /** By optimizer; those whose rate is divided by a mean of gradients take smaller ones. */
  private static final Map<String, Range> USUAL =
      Map.ofEntries(
          Map.entry("Sgd", new Range(1e-5, 2)),
          Map.entry("Adam", new Range(1e-6, 0.1)),
          Map.entry("AdamW", new Range(1e-6, 0.1)),
          Map.entry("Adamax", new Range(1e-6, 0.1)),
          Map.entry("Nadam", new Range(1e-6, 0.1)),
          Map.entry("RmsProp", new Range(1e-6, 0.1)),
          Map.entry("Lion", new Range(1e-7, 0.02)),
          Map.entry("Adagrad", new Range(1e-5, 2)),
          Map.entry("Ftrl", new Range(1e-5, 2)),
          Map.entry("Adadelta", new Range(1e-5, 10)));

  /** What optimizers and schedules call a rate. */
  private static final List<String> RATES =
      List.of("learningRate", "initialLearningRate", "maxLearningRate");

  private LearningRateIsUsual() {}

  static void check(ModelSpec model, Report report) {
    AnnotationSpec optimizer = model.optimizer();
    Range usual = USUAL.get(optimizer.kind());
    if (usual == null) {
      return;
    }
    List<AnnotationSpec> speaking =
        model.schedules().isEmpty() ? List.of(optimizer) : model.schedules();
    for (AnnotationSpec annotation : speaking) {
      RATES.stream()
          .filter(annotation.values()::containsKey)
          .forEach(name -> check(model, name, annotation.real(name), usual, report));
    }
  }

  private static void check(
      ModelSpec model, String name, Value<Double> rate, Range usual, Report report) {
    // A rate that is no rate at all is told elsewhere.
    boolean possible = rate.value().floatValue() > 0 && rate.value() <= Float.MAX_VALUE;
    if (possible && !usual.has(rate.value())) {
      report.addAs(
          Code.LEARNING_RATE,
          rate.at(),
          model.interfaceName(),
          name,
          plain(rate.value()),
          model.optimizer().kind(),
          plain(usual.low()),
          plain(usual.high()));
    }
  }

  /** A number as people write it: 0.000001 and not 1.0E-6. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
