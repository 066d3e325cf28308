package dev.annotron.processor.layer;

import dev.annotron.InputType;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The inputs of a model that are ids, and the layers that read them. */
public final class Ids {
  private final Map<String, LayerSpec> specs = new HashMap<>();

  public Ids(ModelSpec model) {
    model.layers().forEach(layer -> specs.put(layer.name(), layer));
  }

  /** How many ids each input allows that is one of ids: the fewest that a layer has rows for. */
  public static Map<String, Integer> allowed(ModelSpec model) {
    Ids ids = new Ids(model);
    Map<String, Integer> allowed = new LinkedHashMap<>();
    for (LayerSpec layer : model.layers()) {
      OptionalInt count = taken(layer);
      if (count.isPresent()) {
        ids.input(layer.inputs().getFirst().value())
            .ifPresent(name -> allowed.merge(name, count.getAsInt(), Math::min));
      }
    }
    return allowed;
  }

  /** How many ids a layer takes, if it takes ids. */
  public static OptionalInt taken(LayerSpec layer) {
    return Layers.find(layer.layer().kind())
        .map(kind -> kind.ids(layer.layer()))
        .orElse(OptionalInt.empty());
  }

  /** Whether a layer takes numbers and reads ids, or the other way round. */
  public boolean misread(LayerSpec layer, String input) {
    boolean known = !input.equals(LayerSpec.UNKNOWN) && !layer.isBound();
    return known && input(input).isPresent() != taken(layer).isPresent();
  }

  /** The input of ids that a layer is, also where a block has another name for it. */
  public Optional<String> input(String layer) {
    LayerSpec spec = specs.get(layer);
    while (spec != null && spec.isBound()) {
      spec = specs.get(spec.inputs().getFirst().value());
    }
    return Optional.ofNullable(spec).filter(Ids::isOfIds).map(LayerSpec::name);
  }

  private static boolean isOfIds(LayerSpec spec) {
    return spec.layer().kind().equals("Input")
        && spec.layer().values().containsKey("type")
        && spec.layer().constant("type", InputType.class).value() == InputType.INT;
  }
}
