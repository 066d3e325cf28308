package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weights are shared with an earlier layer of the same interface and of the same kind. */
final class SharedRules {
  /** What the layer says that has the weights. */
  private static final Set<String> OF_OWNER = Set.of("Init", "Frozen");

  private static final String SHARED = "Shared";

  private SharedRules() {}

  /** The layers; those that share as nobody can go on as if they had weights of their own. */
  static List<LayerSpec> checked(List<LayerSpec> layers, Report report) {
    List<LayerSpec> above = new ArrayList<>();
    for (LayerSpec layer : layers) {
      boolean fits =
          layer.modifier(SHARED).map(shared -> fits(layer, shared, above, report)).orElse(true);
      above.add(fits ? layer : layer.without(SHARED));
    }
    return above;
  }

  private static boolean fits(
      LayerSpec layer, AnnotationSpec shared, List<LayerSpec> above, Report report) {
    Value<String> name = shared.text("value");
    Optional<LayerSpec> owner =
        above.stream().filter(one -> one.name().equals(name.value())).findFirst();
    if (owner.isEmpty()) {
      String mend = mend(layer, name.value(), above);
      report.addAs(Code.SHARED_LAYER, name.at(), layer.name(), name.value(), mend);
    } else if (!what(owner.get()).equals(what(layer))) {
      report.add(
          Code.SHARED_KIND,
          name.at(),
          "%s: weights are shared among layers of one kind, found %s, and %s for %s; name another"
                  .formatted(layer.name(), what(layer), what(owner.get()), name.value())
              + " layer or remove @Shared");
    }
    for (AnnotationSpec modifier : layer.modifiers()) {
      if (OF_OWNER.contains(modifier.kind())) {
        report.addAs(
            Code.MODIFIER_LAYER, modifier.at(), layer.name(), modifier.kind(), "Shared weights");
      }
    }
    return owner.isPresent() && what(owner.get()).equals(what(layer));
  }

  private static String mend(LayerSpec layer, String name, List<LayerSpec> above) {
    List<String> fitting =
        above.stream().filter(one -> what(one).equals(what(layer))).map(LayerSpec::name).toList();
    if (fitting.isEmpty()) {
      return "there is no other " + what(layer) + " above: remove @Shared";
    }
    return Suggestion.nearest(name, fitting)
        .map("did you mean %s?"::formatted)
        .orElse("such layers above are " + String.join(", ", fitting));
  }

  /** The kind of a layer; of a block also which, and how often. */
  private static String what(LayerSpec layer) {
    AnnotationSpec annotation = layer.layer();
    if (!annotation.kind().equals(BlockReader.BLOCK)) {
      return "@" + annotation.kind();
    }
    int repeat = annotation.integer("repeat").value();
    String name = annotation.text("value").value();
    String times = repeat == 1 ? "" : ", repeat = " + repeat;
    return "@Block(%s.class%s)".formatted(name.substring(name.lastIndexOf('.') + 1), times);
  }
}
