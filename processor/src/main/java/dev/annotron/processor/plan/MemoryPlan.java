package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** The place of a per-sample tensor. */
  public Slot slot(Node node) {
    return Known.get(slots, node);
  }

  private static final class Planner {
    private final Graph graph;
    private final Lifetimes lifetimes;
    private final Map<Node, Slot> slots = new LinkedHashMap<>();
    private final FreeList memory = new FreeList();

    Planner(Graph graph) {
      this.graph = graph;
      this.lifetimes = new Lifetimes(graph);
    }

    MemoryPlan plan() {
      graph.inputs().forEach(this::allocate);
      graph.target().ifPresent(this::allocate);
      List<Node> nodes = graph.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        place(nodes.get(i), i);
        giveBack(nodes.get(i), i);
      }
      return new MemoryPlan(slots, memory.size());
    }

    private void place(Node node, int now) {
      if (!node.type().batched() || slots.containsKey(node)) {
        return;
      }
      Optional<Node> shared =
          node.op() instanceof Op.Reshape
              ? Optional.of(node.input(0))
              : overwritable(node).filter(operand -> diesWith(operand, node, now)).findFirst();
      if (shared.isPresent()) {
        slots.put(node, Known.get(slots, shared.get()));
      } else {
        allocate(node);
      }
    }

    private void allocate(Node node) {
      slots.put(node, memory.take(node.shape().size()));
    }

    /** The operands whose memory an operation may write its result to. */
    private static Stream<Node> overwritable(Node node) {
      return switch (node.op()) {
        case Op.Activate _, Op.AddBias _, Op.Softmax _ -> Stream.of(node.input(0));
        case Op.ActivateGradient _, Op.SoftmaxGradient _ -> Stream.of(node.input(1));
        case Op.Add _ -> node.inputs().stream();
        default -> Stream.empty();
      };
    }

    /** Whether nothing needs an operand's memory any more, other operands of the node included. */
    private boolean diesWith(Node operand, Node node, int now) {
      Node owner = Lifetimes.owner(operand);
      long reads = node.inputs().stream().filter(input -> Lifetimes.owner(input) == owner).count();
      return reads == 1 && lifetimes.endsAt(owner, now);
    }

    /** Gives back what dies with {@code node}, except memory that {@code node} goes on using. */
    private void giveBack(Node node, int now) {
      Set<Node> owners = new HashSet<>();
      owners.add(Lifetimes.owner(node));
      node.inputs().forEach(input -> owners.add(Lifetimes.owner(input)));
      for (Node owner : owners) {
        boolean passedOn =
            owner != Lifetimes.owner(node)
                && slots.containsKey(owner)
                && Known.get(slots, owner).equals(slots.get(node));
        if (lifetimes.endsAt(owner, now) && !passedOn) {
          memory.giveBack(Known.get(slots, owner));
        }
      }
    }
  }
}
