package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Numbers;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Roles;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;

/** There are weights that training changes, and weights where they are spoken of. */
final class WeightsAreThere {
  private static final String SHARED = "Shared";
  private static final String BIAS = "bias";
  private static final String USE_BIAS = "useBias";
  private static final List<String> ABOUT_WEIGHTS = List.of("Frozen", SHARED);

  private WeightsAreThere() {}

  static void check(ModelSpec model, Graph graph, Report report) {
    List<Op.Parameter> weights =
        graph.parameters().stream().map(node -> (Op.Parameter) node.op()).toList();
    if (weights.stream().noneMatch(one -> one.change() == Op.Change.TRAINED)) {
      report.addAs(
          Code.NOTHING_TRAINED,
          model.at(),
          model.interfaceName(),
          weights.isEmpty() ? "no layer has weights" : "all weights are frozen",
          weights.isEmpty()
              ? "add a layer such as @Dense"
              : "remove @Frozen from one of the layers");
    }
    for (LayerSpec layer : model.layers()) {
      biases(layer, weights, report);
      if (!layer.isInBlock() && !hasOne(layer, weights)) {
        ABOUT_WEIGHTS.stream()
            .flatMap(kind -> layer.modifier(kind).stream())
            .forEach(
                modifier ->
                    report.addAs(
                        Code.MODIFIER_WEIGHTS,
                        modifier.at(),
                        layer.name(),
                        modifier.kind(),
                        layer.layer().kind()));
      }
    }
  }

  /** What is said of a bias that the layer does not have. */
  private static void biases(LayerSpec layer, List<Op.Parameter> weights, Report report) {
    if (layer.modifier(SHARED).isPresent()
        || weights.stream()
            .filter(one -> one.name().startsWith(layer.name() + "/"))
            .anyMatch(one -> Roles.isBias(one.name()))) {
      return;
    }
    for (AnnotationSpec modifier : layer.modifiers()) {
      Value<?> bias = modifier.values().get(BIAS);
      if (bias != null && isAsked(bias) && ModifiersFit.fits(layer, modifier)) {
        report.add(
            Code.MODIFIER_WEIGHTS,
            bias.at(),
            "%s: bias of @%s is %s, and this @%s has no bias; %s"
                .formatted(
                    layer.name(),
                    modifier.kind(),
                    Numbers.found(bias.value()),
                    layer.layer().kind(),
                    layer.layer().values().containsKey(USE_BIAS)
                        ? "set useBias = true, or remove it"
                        : "remove it"));
      }
    }
  }

  /** A penalty above 0, a flag that is set, or an initializer that is written. */
  private static boolean isAsked(Value<?> bias) {
    return switch (bias.value()) {
      case Double amount -> amount > 0;
      case Boolean flag -> flag;
      default -> bias.at().value() != null;
    };
  }

  /** Whether a layer has weights, of its own or of the layer with which it shares them. */
  private static boolean hasOne(LayerSpec layer, List<Op.Parameter> weights) {
    String owner =
        layer.modifier(SHARED).map(shared -> shared.text("value").value()).orElse(layer.name());
    return weights.stream().anyMatch(one -> one.name().startsWith(owner + "/"));
  }
}
