package dev.annotron.processor.spec;

import dev.annotron.processor.diagnostics.Position;
import java.util.List;
import java.util.Optional;

/**
 * A layer as written: one method of the interface.
 *
 * @param name the method's name; inside a block behind the use's and a slash: {@code unit1/hidden}
 * @param at the method
 * @param layer the one annotation that says what the layer is
 * @param inputs the names of earlier layers it reads, resolved: a method without parameters reads
 *     the layer above; empty for {@code @Input} outside blocks. Every name is that of an earlier
 *     layer.
 * @param modifiers annotations beside it, such as {@code @Init}
 */
public record LayerSpec(
    String name,
    Position at,
    AnnotationSpec layer,
    List<Value<String>> inputs,
    List<AnnotationSpec> modifiers) {

  /** Stands for an input that could not be found: no layer has this name. */
  public static final String UNKNOWN = "?";

  /** The same without the modifiers of a kind. */
  LayerSpec without(String kind) {
    List<AnnotationSpec> others =
        modifiers.stream().filter(modifier -> !modifier.kind().equals(kind)).toList();
    return new LayerSpec(name, at, layer, inputs, others);
  }

  /** Whether it is the input of a block, which is bound to a layer outside. */
  public boolean isBound() {
    return layer.kind().equals("Input") && isInBlock();
  }

  /** Whether it is a part of a block. */
  public boolean isInBlock() {
    return name.indexOf('/') >= 0;
  }

  /** The annotation of this simple name that stands beside the layer's, if there is one. */
  public Optional<AnnotationSpec> modifier(String kind) {
    return modifiers.stream().filter(modifier -> modifier.kind().equals(kind)).findFirst();
  }
}
