package dev.annotron.processor.check;

import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.layer.Composed;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A metric must mean something for the targets that the loss takes. */
final class MetricsFitLoss {
  private MetricsFitLoss() {}

  static void check(ModelSpec model, Composed composed, Report report) {
    for (OutputSpec output : model.outputs()) {
      boolean manyClasses = TopKNeedsClasses.hasMore(output, composed);
      check(model.interfaceName(), output, manyClasses, report);
    }
  }

  private static void check(String network, OutputSpec output, boolean manyClasses, Report report) {
    Loss loss = output.loss().value();
    Set<Metric> listed = EnumSet.noneOf(Metric.class);
    for (Value<Metric> metric : output.metrics()) {
      if (!listed.add(metric.value())) {
        report.addAs(Code.METRIC_TWICE, metric.at(), network, metric.value());
        continue;
      }
      Set<Metric> fitting = fitting(loss);
      if (!fitting.contains(metric.value())) {
        report.add(
            Code.METRIC_LOSS,
            metric.at(),
            "%s: %s cannot be measured beside %s, %s; use %s"
                .formatted(
                    network, metric.value(), loss, targets(loss), names(fitting, manyClasses)));
      }
    }
  }

  private static String targets(Loss loss) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, POISSON ->
          "whose targets are numbers, neither right nor wrong";
      case HINGE, SQUARED_HINGE -> "whose outputs are no probabilities";
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY -> "whose targets are labels 0 and 1";
      case CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE -> "whose targets are rows of probabilities";
      case SPARSE_CATEGORICAL_CROSSENTROPY -> "whose targets are class numbers";
    };
  }

  private static Set<Metric> fitting(Loss loss) {
    Set<Metric> distances = EnumSet.range(Metric.MEAN_SQUARED_ERROR, Metric.R2_SCORE);
    Set<Metric> classes =
        EnumSet.of(Metric.ACCURACY, Metric.PRECISION, Metric.RECALL, Metric.F1_SCORE);
    Set<Metric> areas = EnumSet.of(Metric.AUC, Metric.PR_AUC);
    Set<Metric> sides = EnumSet.of(Metric.BINARY_ACCURACY);
    Set<Metric> top = EnumSet.of(Metric.TOP_K_CATEGORICAL_ACCURACY);
    return switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER, LOG_COSH, POISSON ->
          union(distances, sides);
      case HINGE, SQUARED_HINGE -> union(distances, areas);
      case BINARY_CROSSENTROPY, BINARY_FOCAL_CROSSENTROPY ->
          union(classes, sides, areas, distances);
      case CATEGORICAL_CROSSENTROPY, KL_DIVERGENCE -> union(classes, top, sides, areas, distances);
      case SPARSE_CATEGORICAL_CROSSENTROPY -> union(classes, top);
    };
  }

  @SafeVarargs
  private static Set<Metric> union(Set<Metric>... parts) {
    Set<Metric> union = EnumSet.noneOf(Metric.class);
    for (Set<Metric> part : parts) {
      union.addAll(part);
    }
    return union;
  }

  /** What can be written instead; not what few classes make meaningless. */
  private static String names(Set<Metric> metrics, boolean manyClasses) {
    return metrics.stream()
        .filter(metric -> manyClasses || metric != Metric.TOP_K_CATEGORICAL_ACCURACY)
        .map(Metric::name)
        .collect(Collectors.joining(", "));
  }
}
