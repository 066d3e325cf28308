package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layers composed so far, and the ways data takes through them. */
final class DataPath {
  private static final String ARROW = " → ";
  private static final int LONGEST = 8;

  private final Map<String, LayerSpec> specs = new HashMap<>();
  private final Map<String, Node> results = new HashMap<>();
  private final Map<Node, Node> masks = new HashMap<>();

  Optional<Node> mask(Node result) {
    return Optional.ofNullable(masks.get(result));
  }

  void mask(Node result, Node mask) {
    masks.put(result, mask);
  }

  void put(LayerSpec spec, Node result) {
    specs.put(spec.name(), spec);
    results.put(spec.name(), result);
  }

  /** The results of a layer's inputs; fewer than its inputs if one of them was refused. */
  List<Node> inputsOf(LayerSpec spec) {
    return spec.inputs().stream()
        .map(Value::value)
        .filter(results::containsKey)
        .map(results::get)
        .toList();
  }

  /**
   * The recurrent layer whose last state alone is what a layer reads as the input with this number,
   * through layers that keep the shape, such as dropout.
   */
  Optional<String> lastState(LayerSpec spec, int index) {
    String name = spec.inputs().get(index).value();
    Node read = results.get(name);
    for (LayerSpec at = specs.get(name); at != null; at = specs.get(name)) {
      if (at.layer().values().containsKey("returnSequences")) {
        boolean last = !at.layer().flag("returnSequences").value();
        return last ? Optional.of(name) : Optional.empty();
      }
      List<Node> inputs = inputsOf(at);
      if (read == null || inputs.size() != 1 || !inputs.getFirst().shape().equals(read.shape())) {
        return Optional.empty();
      }
      name = at.inputs().getFirst().value();
    }
    return Optional.empty();
  }

  /**
   * How data gets to a layer: {@code pixels[28,28,1] → conv[26,26,8] → digit}. It goes back to the
   * nearest layer that joins several, whose inputs it names, and not further than a reader would.
   */
  String to(LayerSpec spec) {
    StringBuilder path = new StringBuilder(spec.name());
    List<Value<String>> inputs = spec.inputs();
    for (int steps = 0; inputs.size() == 1 && steps < LONGEST; steps++) {
      String name = inputs.getFirst().value();
      path.insert(0, shaped(name) + ARROW);
      inputs = specs.containsKey(name) ? Known.get(specs, name).inputs() : List.of();
    }
    if (inputs.size() > 1) {
      String joined =
          inputs.stream().map(input -> shaped(input.value())).collect(Collectors.joining(", "));
      path.insert(0, "(" + joined + ")" + ARROW);
    } else if (!inputs.isEmpty()) {
      path.insert(0, "…" + ARROW);
    }
    return path.toString();
  }

  private String shaped(String name) {
    return results.containsKey(name) ? name + Known.get(results, name).shape() : name;
  }
}
