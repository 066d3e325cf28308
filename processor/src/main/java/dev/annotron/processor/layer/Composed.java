package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a model's layers.
 *
 * @param results the results of the layers that could be composed, by their names
 * @param graph the network, if all layers could be
 */
public record Composed(Map<String, Node> results, Optional<Graph> graph) {

  /** The result of a layer; empty if a mistake is in its way. */
  public Optional<Node> result(String layer) {
    return Optional.ofNullable(results.get(layer));
  }
}
