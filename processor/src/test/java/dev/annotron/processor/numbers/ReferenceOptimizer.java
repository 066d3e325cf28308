package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.AnnotationSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The update rules in double, as on <a href="https://keras.io/api/optimizers/">Keras's page</a>;
 * checked against reference numbers itself. As in Keras, momentum and the bases of Adam's powers
 * are floats.
 */
final class ReferenceOptimizer {
  private final AnnotationSpec written;
  private final Map<String, double[]> first = new HashMap<>();
  private final Map<String, double[]> second = new HashMap<>();
  private final boolean asKeras;
  private int step;

  /**
   * @param asKeras whether momentum and the bases of Adam's powers are rounded to float, which
   *     Keras does in float64 too
   */
  ReferenceOptimizer(AnnotationSpec written, boolean asKeras) {
    this.written = written;
    this.asKeras = asKeras;
  }

  /** The weights after one step. */
  Map<String, double[]> step(Map<String, double[]> weights, Map<String, double[]> gradients) {
    step++;
    Map<String, double[]> after = new LinkedHashMap<>();
    weights.forEach((name, values) -> after.put(name, moved(name, values, gradients.get(name))));
    return after;
  }

  private double[] moved(String name, double[] weights, double[] gradient) {
    double[] m = first.computeIfAbsent(name, _ -> new double[weights.length]);
    double[] v = second.computeIfAbsent(name, _ -> new double[weights.length]);
    double[] after = weights.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] +=
          written.kind().equals("Adam") ? adam(m, v, i, gradient[i]) : sgd(m, i, gradient[i]);
    }
    return after;
  }

  private double sgd(double[] velocity, int i, double gradient) {
    double move = -real("learningRate") * gradient;
    double momentum = held(real("momentum"));
    velocity[i] = momentum * velocity[i] + move;
    return written.flag("nesterov").value() ? momentum * velocity[i] + move : velocity[i];
  }

  private double adam(double[] m, double[] v, int i, double gradient) {
    double beta1 = real("beta1");
    double beta2 = real("beta2");
    double alpha = real("learningRate") * Math.sqrt(1 - power(beta2)) / (1 - power(beta1));
    m[i] += (gradient - m[i]) * (1 - beta1);
    v[i] += (gradient * gradient - v[i]) * (1 - beta2);
    return -alpha * m[i] / (Math.sqrt(v[i]) + real("epsilon"));
  }

  private double power(double beta) {
    return Math.pow(held(beta), step);
  }

  private double held(double value) {
    return asKeras ? (float) value : value;
  }

  private double real(String attribute) {
    return written.real(attribute).value();
  }
}
