package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where every per-sample tensor lies in work memory, in floats per sample. Tensors whose lifetimes
 * do not meet share memory; an elementwise operation overwrites an operand that dies with it; a
 * reshaped tensor is its operand.
 *
 * @param size the floats per sample that all need together
 */
public record MemoryPlan(Map<Node, Slot> slots, int size) {

  /** A tensor's place. */
  public record Slot(int at, int size) {}

  /** Plans the nodes of a graph, in their order. Inputs, target and outputs keep their memory. */
  public static MemoryPlan plan(Graph graph) {
    return new Planner(graph).plan();
  }

  public Slot slot(Node node) {
    Slot slot = slots.get(node);
    if (slot == null) {
      throw new IllegalArgumentException("has no work memory: " + node);
    }
    return slot;
  }

  private static final class Planner {
    private final Graph graph;
    private final Map<Node, Integer> lastUse = new HashMap<>();
    private final Set<Node> pinned = new HashSet<>();
    private final Map<Node, Slot> slots = new LinkedHashMap<>();
    private final FreeList memory = new FreeList();

    Planner(Graph graph) {
      this.graph = graph;
      List<Node> nodes = graph.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        int now = i;
        lastUse.merge(owner(nodes.get(i)), now, Math::max);
        nodes.get(i).inputs().forEach(input -> lastUse.merge(owner(input), now, Math::max));
      }
      graph.outputs().forEach(output -> pinned.add(owner(output)));
      graph.inputs().forEach(pinned::add);
      graph.target().ifPresent(pinned::add);
    }

    MemoryPlan plan() {
      graph.inputs().forEach(this::allocate);
      graph.target().ifPresent(this::allocate);
      List<Node> nodes = graph.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        place(nodes.get(i), i);
      }
      return new MemoryPlan(slots, memory.size());
    }

    private void place(Node node, int now) {
      if (!node.type().batched()) {
        free(node, now);
        return;
      }
      if (!slots.containsKey(node)) {
        Node overwritten = overwritable(node, now);
        if (node.op() instanceof Op.Reshape) {
          slots.put(node, slots.get(node.input(0)));
        } else if (overwritten != null) {
          slots.put(node, slots.get(overwritten));
        } else {
          allocate(node);
        }
      }
      free(node, now);
    }

    private void allocate(Node node) {
      slots.put(node, memory.take(node.shape().size()));
    }

    /** Gives back what dies with {@code node}, except memory that {@code node} goes on using. */
    private void free(Node node, int now) {
      Set<Node> dying = new HashSet<>();
      node.inputs().forEach(input -> dying.add(owner(input)));
      dying.add(owner(node));
      for (Node owner : dying) {
        boolean dies =
            owner.type().batched() && !pinned.contains(owner) && lastUse.get(owner) == now;
        boolean goesOn =
            owner != owner(node)
                && slots.containsKey(node)
                && slots.get(node).equals(slots.get(owner));
        if (dies && !goesOn) {
          memory.giveBack(slots.get(owner));
        }
      }
    }

    private @org.jspecify.annotations.Nullable Node overwritable(Node node, int now) {
      List<Node> candidates =
          switch (node.op()) {
            case Op.Activate _, Op.AddBias _, Op.Softmax _ -> node.inputs().subList(0, 1);
            case Op.ActivateGradient _, Op.SoftmaxGradient _ -> node.inputs().subList(1, 2);
            case Op.Add _ -> node.inputs();
            default -> List.of();
          };
      for (Node candidate : candidates) {
        Node owner = owner(candidate);
        if (!pinned.contains(owner) && lastUse.get(owner) == now && readOnce(node, owner)) {
          return candidate;
        }
      }
      return null;
    }

    private static boolean readOnce(Node node, Node owner) {
      return node.inputs().stream().filter(input -> owner(input) == owner).count() == 1;
    }

    /** The node whose memory a node is. */
    private static Node owner(Node node) {
      return node.op() instanceof Op.Reshape ? owner(node.input(0)) : node;
    }
  }
}
