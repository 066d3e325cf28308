package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What constraints make of the weights after a step, in double, as on <a
 * href="https://keras.io/api/layers/constraints/">Keras's page</a>; checked against reference
 * numbers itself.
 */
final class ReferenceConstraints {
  private static final double EPSILON = 1e-7;

  private ReferenceConstraints() {}

  /** The weights of dense layers and convolutions as they are kept, of those that are trained. */
  static Map<String, double[]> apply(
      ModelSpec model, Map<String, double[]> weights, Set<String> trained) {
    Map<String, double[]> kept = new LinkedHashMap<>(weights);
    for (LayerSpec layer : model.layers()) {
      for (String role : List.of("kernel", "bias")) {
        String name = layer.name() + "/" + role;
        if (trained.contains(name)) {
          kept.put(name, kept(layer, role, kept.get(name).clone(), new double[0]));
        }
      }
    }
    return kept;
  }

  /**
   * How far each weight of a parameter may move at most when those before the constraints move by 1
   * at most. A vector of {@code k} weights moves by {@code √k} then; scaling multiplies that, and
   * what is cut off of it for the norm makes it no larger.
   */
  static double[] growth(ModelSpec model, String name, double[] weights) {
    double[] growth = new double[weights.length];
    Arrays.fill(growth, 1);
    for (LayerSpec layer : model.layers()) {
      for (String role : List.of("kernel", "bias")) {
        if (name.equals(layer.name() + "/" + role)) {
          kept(layer, role, weights.clone(), growth);
        }
      }
    }
    return growth;
  }

  private static double[] kept(LayerSpec layer, String role, double[] weights, double[] growth) {
    constraint(layer, "NonNegative", role)
        .ifPresent(_ -> Arrays.setAll(weights, i -> Math.max(weights[i], 0)));
    for (String kind : List.of("MaxNorm", "UnitNorm")) {
      constraint(layer, kind, role)
          .ifPresent(
              norm -> {
                boolean bias = role.equals("bias");
                int last = bias ? 1 : last(layer);
                List<Integer> axes = bias ? List.of(0) : norm.integers("axis").value();
                double limit = kind.equals("MaxNorm") ? norm.real("value").value() : 0;
                scale(weights, growth, last, axes, limit);
              });
    }
    return weights;
  }

  private static Optional<AnnotationSpec> constraint(LayerSpec layer, String kind, String role) {
    return layer.modifier(kind).filter(it -> role.equals("kernel") || it.flag("bias").value());
  }

  private static int last(LayerSpec layer) {
    boolean dense = layer.layer().kind().equals("Dense");
    return layer.layer().integer(dense ? "units" : "filters").value();
  }

  /**
   * Scales the columns of a matrix, or its rows, or all of it: those axes that stand before the
   * last of a kernel are its rows.
   *
   * @param limit the largest norm, or 0 where the norm is to be 1
   */
  private static void scale(
      double[] w, double[] growth, int columns, List<Integer> axes, double limit) {
    boolean all = axes.equals(List.of(0, 1));
    boolean ofRow = axes.equals(List.of(1));
    double[] squares = new double[w.length];
    int[] lengths = new int[w.length];
    for (int i = 0; i < w.length; i++) {
      int vector = vector(i, columns, all, ofRow);
      squares[vector] += w[i] * w[i];
      lengths[vector]++;
    }
    for (int i = 0; i < w.length; i++) {
      int vector = vector(i, columns, all, ofRow);
      double norm = Math.sqrt(squares[vector]);
      double scale = (limit == 0 ? 1 : Math.min(norm, limit)) / (norm + EPSILON);
      w[i] *= scale;
      if (growth.length > 0) {
        growth[i] *= scale * Math.sqrt(lengths[vector]);
      }
    }
  }

  private static int vector(int i, int columns, boolean all, boolean ofRow) {
    if (all) {
      return 0;
    }
    return ofRow ? i / columns : i % columns;
  }
}
