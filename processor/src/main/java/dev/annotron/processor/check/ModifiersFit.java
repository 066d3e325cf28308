package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.layer.Layer;
import dev.annotron.processor.layer.Layers;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.Set;

/** What stands beside a layer annotation must mean something to it. */
final class ModifiersFit {
  /** Those that any layer may have that computes something. */
  private static final Set<String> OF_ANY = Set.of("Output", "LossOptions", "Frozen", "Shared");

  /** Penalties and constraints. */
  static final Set<String> OF_WEIGHTS = Set.of("L1", "L2", "MaxNorm", "UnitNorm", "NonNegative");

  private ModifiersFit() {}

  static void check(ModelSpec model, Report report) {
    model.layers().forEach(layer -> check(layer, report));
  }

  private static void check(LayerSpec layer, Report report) {
    for (AnnotationSpec modifier : layer.modifiers()) {
      if (!fits(layer, modifier)) {
        report.addAs(
            Code.MODIFIER_LAYER,
            modifier.at(),
            layer.name(),
            modifier.kind(),
            layer.layer().kind());
      }
    }
  }

  /** Whether what stands beside a layer means something to it. */
  static boolean fits(LayerSpec layer, AnnotationSpec modifier) {
    String kind = layer.layer().kind();
    Set<String> fitting = Layers.find(kind).map(Layer::modifiers).orElse(Set.of());
    return ofAny(modifier, kind)
        || fitting.contains(modifier.kind())
        || ofWeights(modifier, fitting);
  }

  /** Penalties fit layers that have a kernel, and so an {@code @Init}. */
  private static boolean ofWeights(AnnotationSpec modifier, Set<String> fitting) {
    return OF_WEIGHTS.contains(modifier.kind()) && fitting.contains("Init");
  }

  private static boolean ofAny(AnnotationSpec modifier, String kind) {
    return OF_ANY.contains(modifier.kind()) && !kind.equals("Input");
  }
}
