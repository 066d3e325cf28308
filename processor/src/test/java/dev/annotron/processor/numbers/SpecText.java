package dev.annotron.processor.numbers;

import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Models as people write them, so that one that fails can be looked at and tried by hand. */
final class SpecText {
  private SpecText() {}

  static String of(ModelSpec model) {
    StringBuilder text = new StringBuilder();
    text.append("@Network(seed = %d)%n".formatted(model.seed()));
    text.append(
        "@Train(loss = %s, batchSize = %d)%n"
            .formatted(model.train().loss().value(), model.train().batchSize().value()));
    text.append(annotation(model.optimizer())).append('\n');
    text.append("interface %s {%n".formatted(model.interfaceName()));
    model.layers().forEach(layer -> text.append("  ").append(layer(layer)).append('\n'));
    return text.append("}\n").toString();
  }

  private static String layer(LayerSpec layer) {
    String inputs =
        layer.inputs().stream()
            .map(input -> "Tensor " + input.value())
            .collect(Collectors.joining(", "));
    String modifiers =
        layer.modifiers().stream().map(m -> annotation(m) + " ").collect(Collectors.joining());
    return "%s%s Tensor %s(%s);"
        .formatted(modifiers, annotation(layer.layer()), layer.name(), inputs);
  }

  private static String annotation(AnnotationSpec annotation) {
    String values =
        new TreeMap<>(annotation.values())
            .entrySet().stream()
                .map(entry -> entry.getKey() + " = " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    return "@" + annotation.kind() + (values.isEmpty() ? "" : "(" + values + ")");
  }

  private static String text(Value<?> value) {
    return value.value().toString().replace('[', '{').replace(']', '}');
  }
}
