package dev.annotron.processor.check;

import dev.annotron.Activation;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which layer stands before which, where each has one input. */
final class Chains {
  /** Layers that compute sums of products of their input, and then an activation. */
  private static final Set<String> WEIGHTED =
      Set.of("Dense", "Conv1D", "Conv2D", "Conv2DTranspose");

  /** Layers that change no value, or only whether it is there. */
  private static final Set<String> TRANSPARENT = Set.of("Flatten", "Reshape", "Permute", "Dropout");

  private final Map<String, LayerSpec> layers;

  Chains(ModelSpec model) {
    layers =
        model.layers().stream().collect(Collectors.toMap(LayerSpec::name, Function.identity()));
  }

  /** Whether a layer is one of weighted sums with this activation. */
  static boolean isWeighted(LayerSpec layer, Activation activation) {
    return isWeighted(layer)
        && layer.layer().constant("activation", Activation.class).value() == activation;
  }

  static boolean isWeighted(LayerSpec layer) {
    return WEIGHTED.contains(layer.layer().kind());
  }

  /** The activation that ends a layer, if there is one. */
  static Optional<Value<Activation>> activation(LayerSpec layer) {
    Optional<String> attribute =
        isActivation(layer)
            ? Optional.of("value")
            : isWeighted(layer) ? Optional.of("activation") : Optional.empty();
    return attribute.map(name -> layer.layer().constant(name, Activation.class));
  }

  /** Whether a layer is an activation and nothing else. */
  static boolean isActivation(LayerSpec layer) {
    return layer.layer().kind().equals("Activate");
  }

  /** The layer whose values a layer with one input reads, whatever only moves them between. */
  Optional<LayerSpec> before(LayerSpec layer) {
    if (layer.inputs().size() != 1) {
      return Optional.empty();
    }
    LayerSpec above = layers.get(layer.inputs().getFirst().value());
    if (above == null) { // it could not be read
      return Optional.empty();
    }
    return TRANSPARENT.contains(above.layer().kind()) ? before(above) : Optional.of(above);
  }
}
