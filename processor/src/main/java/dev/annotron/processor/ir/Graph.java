package dev.annotron.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network's computation.
 *
 * @param nodes operands before their users
 * @param outputs what prediction returns
 * @param layers each layer's result, by the layer's name, in declaration order; layers whose result
 *     a pass dissolved are missing
 * @param losses what training makes small is the sum of these; empty in graphs without a loss. The
 *     losses of the outputs come first, in the order of the outputs
 * @param gradients each trained parameter's gradient, in graphs that train
 * @param updates the next value of each parameter that a training step updates, in graphs that
 *     train
 * @param masks the mask of each output that has one, until losses read it
 */
public record Graph(
    List<Node> nodes,
    List<Node> outputs,
    Map<String, Node> layers,
    List<LossTerm> losses,
    Map<Node, Node> gradients,
    Map<Node, Node> updates,
    Map<Node, Node> masks) {

  /** A graph whose outputs have no masks. */
  public Graph(
      List<Node> nodes,
      List<Node> outputs,
      Map<String, Node> layers,
      List<LossTerm> losses,
      Map<Node, Node> gradients,
      Map<Node, Node> updates) {
    this(nodes, outputs, layers, losses, gradients, updates, Map.of());
  }

  /** A graph that updates nothing. */
  public Graph(
      List<Node> nodes,
      List<Node> outputs,
      Map<String, Node> layers,
      List<LossTerm> losses,
      Map<Node, Node> gradients) {
    this(nodes, outputs, layers, losses, gradients, Map.of());
  }

  public Graph {
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
    layers = OrderedMap.copyOf(layers);
    losses = List.copyOf(losses);
    gradients = OrderedMap.copyOf(gradients);
    updates = OrderedMap.copyOf(updates);
    masks = OrderedMap.copyOf(masks);
  }

  /** The name of the layer whose result a node is; the last, where layers pass it on. */
  public String layerOf(Node node) {
    if (node.op() instanceof Op.Input input) {
      return input.name();
    }
    return layers.entrySet().stream()
        .filter(layer -> layer.getValue() == node)
        .map(Map.Entry::getKey)
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException("no layer's result: " + node));
  }

  /** The nodes that must be computed for their own sake. */
  public List<Node> roots() {
    List<Node> roots = new ArrayList<>(outputs);
    losses.forEach(term -> roots.add(term.value()));
    roots.addAll(gradients.values());
    roots.addAll(updates.values());
    return roots;
  }

  /** The inputs, in declaration order; a dead input is still one. */
  public List<Node> inputs() {
    return ofOp(Op.Input.class).toList();
  }

  /** What the outputs are compared with, in the order of the outputs. */
  public List<Node> targets() {
    return ofOp(Op.Target.class).toList();
  }

  /** How much samples count, in graphs with a loss. */
  public Optional<Node> sampleWeights() {
    return ofOp(Op.SampleWeights.class).findFirst();
  }

  /** The mean losses of the outputs, in their order. */
  public List<Node> outputLosses() {
    return losses.stream()
        .map(LossTerm::value)
        .filter(value -> value.op() instanceof Op.Loss)
        .toList();
  }

  /** The mask that the steps of an output are weighed by in its loss, if there is one. */
  public static Optional<Node> mask(Node loss) {
    Node weights = loss.inputs().getLast();
    return weights.op() instanceof SequenceOp.MaskedWeights
        ? Optional.of(weights.input(0))
        : Optional.empty();
  }

  public List<Node> parameters() {
    return ofOp(Op.Parameter.class).toList();
  }

  /**
   * The parameter that each gradient or next value belongs to, by the node that computes it: it is
   * written to the parameter's place among the gradients.
   */
  public Map<Node, Node> destinations() {
    Map<Node, Node> destinations = new LinkedHashMap<>();
    Stream.of(gradients, updates)
        .flatMap(map -> map.entrySet().stream())
        .forEach(
            entry -> {
              Node owner = entry.getValue().owner();
              if (owner.op() instanceof Op.Source
                  || destinations.put(owner, entry.getKey()) != null) {
                throw new IllegalStateException("two parameters need the memory of " + owner);
              }
            });
    return destinations;
  }

  /** Whether a step depends on the draw. */
  public boolean isRandom() {
    return nodes.stream().anyMatch(node -> node.op().isRandom());
  }

  private Stream<Node> ofOp(Class<? extends Op> type) {
    return nodes.stream().filter(node -> type.isInstance(node.op()));
  }
}
