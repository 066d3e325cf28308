package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The layers composed so far, and the ways data takes through them. */
final class DataPath {
  private final Map<String, LayerSpec> specs = new HashMap<>();
  private final Map<String, Node> results = new HashMap<>();

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

  /** From the network's inputs to a layer; layers with several inputs show them in brackets. */
  String to(LayerSpec spec) {
    List<String> arriving = spec.inputs().stream().map(input -> through(input.value())).toList();
    return switch (arriving.size()) {
      case 0 -> spec.name();
      case 1 -> arriving.getFirst() + " → " + spec.name();
      default -> arriving.stream().collect(Collectors.joining(", ", "(", ") → ")) + spec.name();
    };
  }

  private String through(String name) {
    LayerSpec spec = specs.get(name);
    return spec == null ? name : to(spec) + Known.get(results, name).shape();
  }
}
