package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a step does to the weights, in double, as on <a
 * href="https://keras.io/api/optimizers/">Keras's page</a>; checked against reference numbers
 * itself. Each step is a training of its own: where the weights are averaged, it ends with the
 * average.
 */
final class ReferenceOptimizer {
  private final ModelSpec model;
  private final ReferenceRule rule;
  private final Map<String, double[][]> slots = new HashMap<>();
  private Map<String, double[]> accumulated = Map.of();
  private Map<String, double[]> average = Map.of();
  private Map<String, double[]> unconstrained = Map.of();
  private int batches;
  private int step;

  /**
   * @param asKeras whether some numbers are rounded to float, which Keras does in float64 too
   */
  ReferenceOptimizer(ModelSpec model, boolean asKeras) {
    this.model = model;
    this.rule = new ReferenceRule(model.optimizer(), asKeras);
  }

  /** The weights after one batch. */
  Map<String, double[]> step(Map<String, double[]> weights, Map<String, double[]> gradients) {
    Map<String, double[]> gradient = clipped(accumulated(gradients));
    unconstrained = Map.of();
    if (gradient.isEmpty()) {
      return weights;
    }
    step++;
    rule.begin(step);
    double decay =
        model.optimizer().kind().equals("AdamW")
            ? model.optimizer().real("weightDecay").value()
            : beside("WeightDecay", "value").orElse(0.0);
    double kept = 1 - decay * model.optimizer().real("learningRate").value();
    Map<String, double[]> after = new LinkedHashMap<>();
    weights.forEach(
        (name, values) -> {
          double[] g = gradient.get(name); // none of what the optimizer leaves alone
          after.put(name, g == null ? values : moved(name, times(values, kept), g));
        });
    boolean averages = model.beside("Ema").isPresent();
    if (!averages) {
      unconstrained = new LinkedHashMap<>(after);
      unconstrained.keySet().retainAll(gradient.keySet());
    }
    return averages ? averaged(after) : ReferenceConstraints.apply(model, after, gradient.keySet());
  }

  /** The trained weights as the last step made them, before constraints changed them; if any do. */
  Map<String, double[]> unconstrained() {
    return unconstrained;
  }

  /** The mean of several batches' gradients, or nothing before the last of them. */
  private Map<String, double[]> accumulated(Map<String, double[]> gradients) {
    int count = model.beside("GradientAccumulation").map(a -> a.integer("value").value()).orElse(1);
    Map<String, double[]> sum = new LinkedHashMap<>();
    gradients.forEach(
        (name, g) -> {
          double[] before = accumulated.getOrDefault(name, new double[g.length]);
          double[] both = g.clone();
          Arrays.setAll(both, i -> before[i] + g[i]);
          sum.put(name, both);
        });
    batches++;
    if (batches % count != 0) {
      accumulated = sum;
      return Map.of();
    }
    accumulated = Map.of();
    sum.replaceAll((_, g) -> times(g, 1.0 / count));
    return sum;
  }

  private Map<String, double[]> clipped(Map<String, double[]> gradients) {
    Map<String, double[]> clipped = new LinkedHashMap<>(gradients);
    beside("ClipValue", "value")
        .ifPresent(
            limit ->
                clipped.replaceAll(
                    (_, g) -> Arrays.stream(g).map(x -> Math.clamp(x, -limit, limit)).toArray()));
    beside("ClipNorm", "value")
        .ifPresent(limit -> clipped.replaceAll((_, g) -> times(g, share(limit, squares(g)))));
    beside("GlobalClipNorm", "value")
        .ifPresent(
            limit -> {
              double all = gradients.values().stream().mapToDouble(this::squares).sum();
              clipped.replaceAll((_, g) -> times(g, share(limit, all)));
            });
    return clipped;
  }

  private double squares(double[] x) {
    return Arrays.stream(x).map(v -> v * v).sum();
  }

  private static double share(double limit, double squares) {
    return limit / Math.max(limit, Math.sqrt(squares));
  }

  private double[] moved(String name, double[] weights, double[] gradient) {
    double[][] state =
        slots.computeIfAbsent(name, _ -> new double[weights.length][ReferenceRule.SLOTS]);
    if (step == 1) {
      Arrays.stream(state).forEach(rule::start);
    }
    double[] after = weights.clone();
    Arrays.setAll(after, i -> rule.moved(weights[i], gradient[i], state[i]));
    return after;
  }

  private Map<String, double[]> averaged(Map<String, double[]> weights) {
    Optional<Double> momentum = beside("Ema", "momentum");
    if (momentum.isEmpty()) {
      return weights;
    }
    double kept = step == 1 ? 0 : momentum.get();
    Map<String, double[]> averaged = new LinkedHashMap<>();
    weights.forEach(
        (name, w) -> {
          double[] before = average.getOrDefault(name, w);
          double[] mean = w.clone();
          Arrays.setAll(mean, i -> kept * before[i] + (1 - kept) * w[i]);
          averaged.put(name, mean);
        });
    average = averaged;
    return averaged;
  }

  private Optional<Double> beside(String kind, String attribute) {
    Optional<AnnotationSpec> found = model.beside(kind);
    return found.map(annotation -> annotation.real(attribute).value());
  }

  private static double[] times(double[] x, double factor) {
    return Arrays.stream(x).map(v -> v * factor).toArray();
  }
}
