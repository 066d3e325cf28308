package dev.annotron.processor.check;

import dev.annotron.Metric;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** Among five classes, the five largest outputs have the right one always. */
final class TopKNeedsClasses {
  /** Keras's default, and that of the runtime. */
  private static final int K = 5;

  private TopKNeedsClasses() {}

  static void check(ModelSpec model, Graph graph, Report report) {
    for (int i = 0; i < model.outputs().size(); i++) {
      OutputSpec output = model.outputs().get(i);
      List<Integer> shape = graph.outputs().get(i).shape().dimensions();
      for (Value<Metric> metric : output.metrics()) {
        if (metric.value() == Metric.TOP_K_CATEGORICAL_ACCURACY && shape.getLast() <= K) {
          report.add(
              Code.METRIC_LOSS,
              metric.at(),
              "%s: %s asks whether the class is among the %d largest outputs, and %s%s has no more;"
                      .formatted(
                          model.interfaceName(), metric.value(), K, output.layer().name(), shape)
                  + " use ACCURACY");
        }
      }
    }
  }
}
