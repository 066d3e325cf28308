package dev.annotron.processor.check;

import dev.annotron.Metric;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.layer.Composed;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.Optional;

/** Among five classes, the five largest outputs have the right one always. */
final class TopKNeedsClasses {
  /** Keras's default, and that of the runtime. */
  private static final int K = 5;

  private TopKNeedsClasses() {}

  /** Whether an output is known to have more classes. */
  static boolean hasMore(OutputSpec output, Composed composed) {
    return shape(output, composed).filter(TopKNeedsClasses::hasMore).isPresent();
  }

  private static Optional<Shape> shape(OutputSpec output, Composed composed) {
    return composed.result(output.layer().name()).map(Node::shape);
  }

  private static boolean hasMore(Shape shape) {
    return shape.last() > K;
  }

  static void check(ModelSpec model, Composed composed, Report report) {
    for (OutputSpec output : model.outputs()) {
      Optional<Shape> shape = shape(output, composed);
      for (Value<Metric> metric : output.metrics()) {
        if (metric.value() == Metric.TOP_K_CATEGORICAL_ACCURACY
            && shape.isPresent()
            && !hasMore(shape.get())) {
          report.add(
              Code.METRIC_LOSS,
              metric.at(),
              "%s: %s asks whether the class is among the %d largest outputs, and %s%s has no more;"
                      .formatted(
                          model.interfaceName(),
                          metric.value(),
                          K,
                          output.layer().name(),
                          shape.get())
                  + " use ACCURACY");
        }
      }
    }
  }
}
