package dev.annotron.runtime;

import dev.annotron.runtime.text.Names;
import dev.annotron.runtime.text.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loss and metrics over a data set.
 *
 * @param loss the mean loss; of several outputs the weighted sum of their losses
 * @param metrics the metrics by Keras's names, in the order of the annotation; of several outputs
 *     the loss and the metrics of each, such as {@code "digit_loss"} and {@code "digit_accuracy"}
 */
public record Evaluation(double loss, Map<String, Double> metrics) {

  /** Keeps a copy of {@code metrics}, in its order. */
  public Evaluation {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** {@code "loss"} and the metrics' names, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add("loss");
    names.addAll(metrics.keySet());
    return Collections.unmodifiableList(names);
  }

  /**
   * The value of a metric, such as {@code "accuracy"}.
   *
   * @throws IllegalArgumentException if it was not measured; the message lists the names
   */
  public double metric(String name) {
    return name.equals("loss") ? loss : Names.get(metrics, name, "metric");
  }

  /** Such as {@code "loss: 0.1234 accuracy: 0.9876"}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("loss: ").append(Numbers.text(loss));
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      text.append("  ")
          .append(metric.getKey())
          .append(": ")
          .append(Numbers.text(metric.getValue()));
    }
    return text.toString();
  }
}
