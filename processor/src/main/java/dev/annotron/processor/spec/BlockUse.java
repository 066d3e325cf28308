package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of a block: makes layers of it, with names, inputs, weights and places of their own.
 *
 * @param name the name of the use
 * @param inputs what the block's inputs are bound to
 * @param within how a position inside the block is shown
 */
record BlockUse(String name, LayerSpec written, List<Value<String>> inputs, Within within) {
  private static final String FROZEN = "Frozen";
  private static final String SHARED = "Shared";
  private static final String VALUE = "value";

  /** What becomes of a position in a block at a use of it. */
  @FunctionalInterface
  interface Within {
    Position of(Position inside);
  }

  /** The layers of the block in this use; the last stands for the use itself. */
  List<LayerSpec> layers(BlockBody body) {
    List<LayerSpec> made = new ArrayList<>();
    int input = 0;
    for (LayerSpec layer : body.layers()) {
      boolean bound = body.inputs().contains(layer);
      made.add(layer(layer, bound ? List.of(inputs.get(input++)) : renamed(layer.inputs())));
    }
    Value<String> result = new Value<>(made.getLast().name(), written.at());
    made.add(result(result));
    return made;
  }

  /** The use itself, which passes a result on. */
  LayerSpec result(Value<String> of) {
    boolean whole = name.equals(written.name());
    return new LayerSpec(
        name, written.at(), written.layer(), List.of(of), whole ? written.modifiers() : List.of());
  }

  private LayerSpec layer(LayerSpec layer, List<Value<String>> read) {
    List<AnnotationSpec> modifiers = new ArrayList<>();
    for (AnnotationSpec modifier : layer.modifiers()) {
      AnnotationSpec here = modifier.at(within::of);
      modifiers.add(modifier.kind().equals(SHARED) ? sharing(here, name, text(here)) : here);
    }
    boolean input = layer.layer().kind().equals(AnnotationKinds.INPUT);
    if (!input && layer.modifier(SHARED).isEmpty()) {
      Optional<AnnotationSpec> shared = written.modifier(SHARED);
      shared.ifPresent(of -> modifiers.add(sharing(of, owner(text(of)), layer.name())));
      Optional<AnnotationSpec> frozen = written.modifier(FROZEN);
      frozen.filter(_ -> layer.modifier(FROZEN).isEmpty()).ifPresent(modifiers::add);
    }
    return new LayerSpec(
        name + "/" + layer.name(),
        within.of(layer.at()),
        layer.layer().at(within::of),
        read,
        modifiers);
  }

  /** The use of the block that has the weights; of a repeated one that with the same number. */
  private String owner(String shared) {
    return shared + name.substring(written.name().length());
  }

  private List<Value<String>> renamed(List<Value<String>> names) {
    return names.stream()
        .map(
            one ->
                new Value<>(
                    one.value().equals(LayerSpec.UNKNOWN) ? one.value() : name + "/" + one.value(),
                    within.of(one.at())))
        .toList();
  }

  private static String text(AnnotationSpec shared) {
    return shared.text(VALUE).value();
  }

  private static AnnotationSpec sharing(AnnotationSpec shared, String prefix, String layer) {
    Map<String, Value<?>> values = new LinkedHashMap<>(shared.values());
    values.put(VALUE, new Value<>(prefix + "/" + layer, shared.text(VALUE).at()));
    return new AnnotationSpec(SHARED, shared.at(), values);
  }
}
