package dev.annotron.processor.layer;

import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Node.Origin;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.spec.LayerSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of the layers composed so far: whose they are, and what a step makes of them. */
final class LayerWeights {
  private final GraphBuilder graph;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Node> parameters = new HashMap<>();
  private final Map<Node, Node> updates = new LinkedHashMap<>();

  LayerWeights(GraphBuilder graph) {
    this.graph = graph;
  }

  /** The layer whose weights a layer uses: itself, or the one that it shares them with. */
  String owner(LayerSpec layer) {
    String owner =
        layer
            .modifier("Shared")
            .map(shared -> shared.text("value").value())
            .map(name -> owners.getOrDefault(name, name))
            .orElse(layer.name());
    owners.put(layer.name(), owner);
    return owner;
  }

  /** A parameter that is there already. */
  Optional<Node> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  Node add(Origin origin, Op.Parameter parameter) {
    Node node = graph.add(origin, parameter);
    parameters.put(parameter.name(), node);
    return node;
  }

  /** What a step has made of a parameter so far: layers that share it update it in turn. */
  Node latest(Node parameter) {
    return updates.getOrDefault(parameter, parameter);
  }

  /** Notes the next value of a parameter, which may be given as its latest value. */
  void update(Node latest, Node next) {
    Node parameter =
        updates.entrySet().stream()
            .filter(update -> update.getValue() == latest)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(latest);
    updates.put(parameter, next);
  }

  Map<Node, Node> updates() {
    return updates;
  }
}
