package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;
import java.util.Optional;

/** Penalties and constraints stand where they change something. */
final class ModifiersAct {
  private static final List<String> PENALTIES = List.of("L1", "L2");
  private static final List<String> AMOUNTS = List.of("value", "bias", "activity");

  private ModifiersAct() {}

  static void check(ModelSpec model, Report report) {
    for (LayerSpec layer : model.layers()) {
      layer.modifiers().stream()
          .filter(modifier -> ModifiersFit.OF_WEIGHTS.contains(modifier.kind()))
          .filter(modifier -> ModifiersFit.fits(layer, modifier))
          .forEach(modifier -> check(layer, modifier, report));
    }
  }

  private static void check(LayerSpec layer, AnnotationSpec modifier, Report report) {
    if (isNothing(modifier)) {
      report.addAs(
          Code.MODIFIER_IDLE,
          modifier.at(),
          layer.name(),
          modifier.kind(),
          "each of its penalties is 0",
          "give it one above 0, or remove it");
    } else if (isOfWeights(modifier)) {
      own(layer, "Shared").ifPresent(shared -> refuse(layer, modifier, shared, report));
      own(layer, "Frozen").ifPresent(_ -> tellFrozen(layer, modifier, report));
    }
  }

  /** What a layer says itself; the use of a block may say it of all layers, also of these. */
  private static Optional<AnnotationSpec> own(LayerSpec layer, String kind) {
    return layer.modifier(kind).filter(modifier -> layer.at().holds(modifier.at()));
  }

  private static boolean isNothing(AnnotationSpec modifier) {
    return PENALTIES.contains(modifier.kind())
        && AMOUNTS.stream().allMatch(amount -> modifier.real(amount).value() == 0);
  }

  /**
   * Whether it is about weights: a penalty for results alone is not, whose {@code value} is 0, or
   * was not written.
   */
  private static boolean isOfWeights(AnnotationSpec modifier) {
    if (!PENALTIES.contains(modifier.kind()) || modifier.real("activity").value() == 0) {
      return true;
    }
    boolean written = modifier.real("value").at().value() != null;
    return (written && modifier.real("value").value() > 0) || modifier.real("bias").value() > 0;
  }

  private static void refuse(
      LayerSpec layer, AnnotationSpec modifier, AnnotationSpec shared, Report report) {
    report.add(
        Code.MODIFIER_LAYER,
        modifier.at(),
        "%s: @%s has nothing to say about the weights of another layer; put it beside %s"
            .formatted(layer.name(), modifier.kind(), shared.text("value").value()));
  }

  private static void tellFrozen(LayerSpec layer, AnnotationSpec modifier, Report report) {
    report.addAs(
        Code.MODIFIER_IDLE,
        modifier.at(),
        layer.name(),
        modifier.kind(),
        "@Frozen keeps the weights as they are",
        "remove one of the two");
  }
}
