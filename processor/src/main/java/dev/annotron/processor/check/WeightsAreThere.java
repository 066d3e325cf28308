package dev.annotron.processor.check;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.List;

/** There are weights that training changes, and weights where they are spoken of. */
final class WeightsAreThere {
  private static final String SHARED = "Shared";
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
      if (!layer.isInBlock()) {
        ABOUT_WEIGHTS.stream()
            .flatMap(kind -> layer.modifier(kind).stream())
            .filter(modifier -> !concernsOne(layer, modifier, weights))
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

  private static boolean concernsOne(
      LayerSpec layer, AnnotationSpec modifier, List<Op.Parameter> weights) {
    String owner = modifier.kind().equals(SHARED) ? modifier.text("value").value() : layer.name();
    return weights.stream().anyMatch(one -> one.name().startsWith(owner + "/"))
        || layer.modifier(SHARED).isPresent() && !modifier.kind().equals(SHARED);
  }
}
