package dev.annotron.processor.numbers;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.NormalizationOp;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RandomOp;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.MemoryPlan.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a graph in the order in which it is computed, notes who wrote each float of work
 * memory last, and complains where an operation would read another's values.
 */
final class MemoryWalk {
  private final MemoryPlan plan;
  private final @Nullable Node[] writers;
  private final List<String> complaints = new ArrayList<>();

  private MemoryWalk(MemoryPlan plan) {
    this.plan = plan;
    this.writers = new Node[plan.size() + plan.sharedSize()];
  }

  /** What is wrong with a plan; empty if nothing is. */
  static List<String> complaints(Graph graph, MemoryPlan plan) {
    MemoryWalk walk = new MemoryWalk(plan);
    graph.inputs().forEach(walk::write);
    graph.targets().forEach(walk::write);
    graph.sampleWeights().ifPresent(walk::write);
    inOrder(graph).forEach(walk::compute);
    graph.outputs().forEach(output -> walk.read(output, "the caller"));
    return walk.complaints;
  }

  /** First forward with the loss at its end, then backward. */
  private static List<Node> inOrder(Graph graph) {
    Comparator<Node> order =
        Comparator.comparing((Node node) -> node.origin().backward())
            .thenComparing(node -> !node.origin().backward() && isLoss(node.op()));
    return graph.nodes().stream()
        .filter(node -> !(node.op() instanceof Op.Source))
        .sorted(order)
        .toList();
  }

  private static boolean isLoss(Op op) {
    return op instanceof Op.Loss || op instanceof Op.ActivityPenalty;
  }

  private void compute(Node node) {
    List<Node> read = node.inputs().stream().filter(this::isPlaced).toList();
    read.forEach(input -> read(input, node + " " + node.op()));
    if (node.op() instanceof Op.Reshape || !isPlaced(node)) {
      return;
    }
    for (Node input : read) {
      if (overlap(slot(input), slot(node)) && !overwrites(node, input)) {
        complaints.add(node + " " + node.op() + " writes into its operand " + input);
      }
    }
    Slot slot = slot(node);
    for (int i = slot.at(); i < Math.min(slot.at() + slot.size(), writers.length); i++) {
      // They stay for the next call.
      if (writers[i] != null && writers[i].op() instanceof Op.Source) {
        complaints.add(node + " " + node.op() + " writes over " + writers[i]);
        break;
      }
    }
    write(node);
  }

  /** Elementwise operations may put their result exactly where an operand lies. */
  private boolean overwrites(Node node, Node input) {
    List<Node> all = node.inputs();
    List<Node> allowed =
        switch (node.op()) {
          case Op.Add _, ElementOp.Combine _ -> all;
          case Op.Activate _, Op.AddBias _, Op.Softmax _, RandomOp _ -> all.subList(0, 1);
          case Op.ActivateGradient _, Op.SoftmaxGradient _ -> all.subList(1, 2);
          case ElementOp.Affine _, ElementOp.Scale _, ElementOp.Prelu _, ElementOp.Custom _ ->
              all.subList(0, 1);
          case ElementOp.CustomGradient _ -> all.subList(1, 2);
          case ElementOp.Choose _, ElementOp.PreluGradient _ -> all.subList(2, 3);
          case NormalizationOp.Standardize _, NormalizationOp.Normalize _ -> all.subList(0, 1);
          case NormalizationOp.BatchGradient _, NormalizationOp.NormalizeGradient _ ->
              all.subList(all.size() - 1, all.size());
          default -> List.of();
        };
    return allowed.contains(input) && slot(input).equals(slot(node));
  }

  /** Whether a tensor lies in work memory, and not among weights or gradients. */
  private boolean isPlaced(Node node) {
    return node.type().batched() || plan.shared().containsKey(node);
  }

  /** Per-sample tensors first, then the shared ones, as for a single sample. */
  private Slot slot(Node node) {
    if (node.type().batched()) {
      return plan.slot(node);
    }
    Slot behind = plan.sharedSlot(node);
    return new Slot(plan.size() + behind.at(), behind.size());
  }

  private static boolean overlap(Slot a, Slot b) {
    return a.at() < b.at() + b.size() && b.at() < a.at() + a.size();
  }

  private void read(Node node, String reader) {
    Slot slot = slot(node);
    Node owner = node.owner();
    if (slot.size() != node.shape().size()) {
      complaints.add(node + " " + node.shape() + " has a place of " + slot.size());
    }
    for (int i = slot.at(); i < slot.at() + slot.size(); i++) {
      if (writers[i] != owner) {
        complaints.add("%s reads %s at %d, which %s wrote".formatted(reader, owner, i, writers[i]));
        return;
      }
    }
  }

  private void write(Node node) {
    Slot slot = slot(node);
    if (slot.at() < 0 || slot.at() + slot.size() > writers.length) {
      complaints.add(node + " lies outside the memory: " + slot);
      return;
    }
    Arrays.fill(writers, slot.at(), slot.at() + slot.size(), node);
  }
}
