package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
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

  private LearningRateIsUsual() {}

  static void check(ModelSpec model, Report report) {
    AnnotationSpec optimizer = model.optimizer();
    Range usual = USUAL.get(optimizer.kind());
    Value<Double> rate = optimizer.real("learningRate");
    // A rate that is no rate at all is told elsewhere.
    boolean possible = rate.value() > 0 && rate.value() <= Float.MAX_VALUE;
    if (usual != null && possible && !usual.has(rate.value())) {
      report.addAs(
          Code.LEARNING_RATE,
          rate.at(),
          model.interfaceName(),
          rate.value(),
          optimizer.kind(),
          usual.low(),
          usual.high());
    }
  }
}
