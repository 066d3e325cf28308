package dev.annotron.processor.plan;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RandomOp;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where every tensor lies that is neither a parameter nor its gradient. Per-sample tensors lie in
 * work memory in floats per sample; shared ones, such as the mean of a batch, behind them all.
 * Tensors whose lifetimes do not meet share memory; an elementwise operation overwrites an operand
 * that dies with it; a reshaped tensor is its operand.
 *
 * @param slots the places of per-sample tensors, in floats per sample
 * @param size the floats per sample that all need together
 * @param shared the places of shared tensors, in floats behind the last per-sample one
 * @param sharedSize the floats that these need together
 */
public record MemoryPlan(Map<Node, Slot> slots, int size, Map<Node, Slot> shared, int sharedSize) {

  /** A tensor's place. */
  public record Slot(int at, int size) {
    /** Whether two tensors share memory. */
    public boolean overlaps(Slot other) {
      return at < other.at + other.size && other.at < at + size;
    }
  }

  /** Plans the nodes of a graph, in their order. Inputs, targets and outputs keep their memory. */
  public static MemoryPlan plan(Graph graph) {
    return new Planner(graph).plan();
  }

  /** The place of a per-sample tensor. */
  public Slot slot(Node node) {
    return Known.get(slots, node);
  }

  /** The place of a shared tensor. */
  public Slot sharedSlot(Node node) {
    return Known.get(shared, node);
  }

  /** Tensors of one kind, and the line of memory in which they lie. */
  private static final class Region {
    private final Map<Node, Slot> slots = new LinkedHashMap<>();
    private final FreeList memory = new FreeList();

    void allocate(Node node) {
      slots.put(node, memory.take(node.shape().size()));
    }

    void share(Node node, Node with) {
      slots.put(node, Known.get(slots, with));
    }

    boolean has(Node node) {
      return slots.containsKey(node);
    }
  }

  private static final class Planner {
    private final Graph graph;
    private final Lifetimes lifetimes;
    private final Set<Node> elsewhere;
    private final Region perSample = new Region();
    private final Region shared = new Region();

    Planner(Graph graph) {
      this.graph = graph;
      this.lifetimes = new Lifetimes(graph);
      this.elsewhere = graph.destinations().keySet();
    }

    MemoryPlan plan() {
      graph.inputs().forEach(perSample::allocate);
      graph.targets().forEach(perSample::allocate);
      graph.sampleWeights().ifPresent(perSample::allocate);
      List<Node> nodes = graph.nodes();
      for (int i = 0; i < nodes.size(); i++) {
        place(nodes.get(i), i);
        giveBack(nodes.get(i), i);
      }
      return new MemoryPlan(
          perSample.slots, perSample.memory.size(), shared.slots, shared.memory.size());
    }

    private void place(Node node, int now) {
      Region region = region(node);
      if (isElsewhere(node.owner()) || region.has(node)) {
        return;
      }
      Optional<Node> operand =
          node.op() instanceof Op.Reshape
              ? Optional.of(node.input(0))
              : overwritable(node)
                  .filter(input -> region.has(input) && diesWith(input, node, now))
                  .findFirst();
      operand.ifPresentOrElse(input -> region.share(node, input), () -> region.allocate(node));
    }

    /** Whether a tensor lies among weights or gradients, or is a number that is only returned. */
    private boolean isElsewhere(Node owner) {
      return elsewhere.contains(owner)
          || owner.op() instanceof Op.Parameter
          || owner.op() instanceof Op.Loss
          || owner.op() instanceof Op.ActivityPenalty;
    }

    private Region region(Node node) {
      return node.type().batched() ? perSample : shared;
    }

    /** The operands whose memory an operation may write its result to. */
    private static Stream<Node> overwritable(Node node) {
      return switch (node.op()) {
        case Op.Activate _, Op.AddBias _, Op.Softmax _ -> Stream.of(node.input(0));
        case Op.ActivateGradient _, Op.SoftmaxGradient _ -> Stream.of(node.input(1));
        case Op.Add _, ElementOp.Combine _ -> node.inputs().stream();
        case NormalizationOp.Standardize _, NormalizationOp.Normalize _ -> Stream.of(node.input(0));
        case NormalizationOp.BatchGradient _, NormalizationOp.NormalizeGradient _ ->
            Stream.of(node.inputs().getLast());
        case RandomOp _ -> Stream.of(node.input(0));
        case ElementOp op -> overwritable(op, node);
        default -> Stream.empty();
      };
    }

    private static Stream<Node> overwritable(ElementOp op, Node node) {
      return switch (op) {
        case ElementOp.Affine _, ElementOp.Scale _, ElementOp.Prelu _, ElementOp.Custom _ ->
            Stream.of(node.input(0));
        case ElementOp.CustomGradient _ -> Stream.of(node.input(1));
        case ElementOp.Choose _, ElementOp.PreluGradient _ -> Stream.of(node.input(2));
        default -> Stream.empty();
      };
    }

    /** Whether nothing needs an operand's memory any more, other operands of the node included. */
    private boolean diesWith(Node operand, Node node, int now) {
      Node owner = operand.owner();
      long reads = node.inputs().stream().filter(input -> input.owner() == owner).count();
      return reads == 1 && lifetimes.endsAt(owner, now);
    }

    /** Gives back what dies with {@code node}, except memory that {@code node} goes on using. */
    private void giveBack(Node node, int now) {
      Set<Node> owners = new HashSet<>();
      owners.add(node.owner());
      node.inputs().forEach(input -> owners.add(input.owner()));
      for (Node owner : owners) {
        Region region = region(owner);
        boolean passedOn =
            owner != node.owner()
                && region == region(node)
                && region.has(owner)
                && Known.get(region.slots, owner).equals(region.slots.get(node));
        if (region.has(owner) && lifetimes.endsAt(owner, now) && !passedOn) {
          region.memory.giveBack(Known.get(region.slots, owner));
        }
      }
    }
  }
}
