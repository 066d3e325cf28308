package dev.annotron.processor;

import dev.annotron.processor.plan.UpdatePlan.Constraint;
import dev.annotron.processor.plan.UpdatePlan.Kept;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes constraints of what stands beside layers; all are known to be well. */
final class ConstraintMaker {
  private ConstraintMaker() {}

  static List<Constraint> of(LayerSpec layer) {
    return Stream.of(Kept.values()).flatMap(kept -> of(layer, kept).stream()).toList();
  }

  private static List<Constraint> of(LayerSpec layer, Kept kept) {
    Optional<AnnotationSpec> written = layer.modifier(name(kept));
    if (written.isEmpty()) {
      return List.of();
    }
    AnnotationSpec constraint = written.get();
    double limit = kept == Kept.MAX_NORM ? constraint.real("value").value() : 1;
    List<Integer> axes =
        kept == Kept.NON_NEGATIVE ? List.of(0) : constraint.integers("axis").value();
    Constraint kernel = new Constraint(layer.name(), kept, limit, axes, false);
    Constraint bias = new Constraint(layer.name(), kept, limit, List.of(0), true);
    return constraint.flag("bias").value() ? List.of(kernel, bias) : List.of(kernel);
  }

  private static String name(Kept kept) {
    return switch (kept) {
      case NON_NEGATIVE -> "NonNegative";
      case MAX_NORM -> "MaxNorm";
      case UNIT_NORM -> "UnitNorm";
    };
  }
}
