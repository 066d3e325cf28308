package dev.annotron.processor.check;

import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;

/** A metric must mean something for the targets that the loss takes. */
public final class MetricsFitLoss {
  private MetricsFitLoss() {}

  public static void check(ModelSpec model, Report report) {
    model.outputs().forEach(output -> check(model.interfaceName(), output, report));
  }

  private static void check(String network, OutputSpec output, Report report) {
    Loss loss = output.loss().value();
    for (Value<Metric> metric : output.metrics()) {
      String mend = mend(metric.value(), loss);
      if (!mend.isEmpty()) {
        report.add(
            Code.METRIC_LOSS,
            metric.at(),
            "%s: %s cannot be measured beside %s; %s"
                .formatted(network, metric.value(), loss, mend));
      }
    }
  }

  private static String mend(Metric metric, Loss loss) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, POISSON ->
          metric == Metric.ACCURACY
              ? "numbers are not right or wrong: use MEAN_ABSOLUTE_ERROR, or BINARY_ACCURACY for"
                  + " targets 0 and 1"
              : "";
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          metric == Metric.ACCURACY ? "" : "its targets are class numbers: use ACCURACY";
      case HINGE, SQUARED_HINGE ->
          metric == Metric.MEAN_ABSOLUTE_ERROR
              ? ""
              : "its outputs are no probabilities: use MEAN_ABSOLUTE_ERROR";
      case BINARY_CROSSENTROPY,
          BINARY_FOCAL_CROSSENTROPY,
          CATEGORICAL_CROSSENTROPY,
          KL_DIVERGENCE ->
          "";
    };
  }
}
