package dev.annotron.runtime.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of what is measured beside the loss, as in Keras: the metrics; of several outputs the
 * loss and the metrics of each, behind its name, as {@code digit_loss} and {@code digit_accuracy}.
 */
final class Measured {
  private Measured() {}

  static List<String> names(Architecture architecture) {
    boolean several = architecture.outputs().size() > 1;
    List<String> names = new ArrayList<>();
    for (Architecture.Output output : architecture.outputs()) {
      String prefix = several ? output.name().concat("_") : "";
      if (several) {
        names.add(prefix.concat("loss"));
      }
      for (MetricFunction metric : output.metrics()) {
        names.add(prefix.concat(metric.shown()));
      }
    }
    return names;
  }
}
