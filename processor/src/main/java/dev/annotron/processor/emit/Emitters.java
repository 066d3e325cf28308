package dev.annotron.processor.emit;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.plan.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chooses the emitter that the plan asks for. */
final class Emitters {
  private final ModelPlan plan;
  private final Set<Node> fusedSteps;
  private final UnrolledEmitter unrolled;
  private final OpEmitter loop;
  private final KernelEmitter kernel;

  Emitters(
      ModelPlan plan,
      ModelPlan.Planned graph,
      Memory memory,
      Operands operands,
      Geometries geometries) {
    this(plan, graph, memory, operands, geometries, Set.of());
  }

  /**
   * @param fusedSteps the gradients that are taken from the weights at once
   */
  Emitters(
      ModelPlan plan,
      ModelPlan.Planned graph,
      Memory memory,
      Operands operands,
      Geometries geometries,
      Set<Node> fusedSteps) {
    this.plan = plan;
    this.fusedSteps = fusedSteps;
    this.unrolled = new UnrolledEmitter(graph.graph(), memory, operands, graph.memory());
    this.loop = new LoopEmitter(memory, operands);
    this.kernel = new KernelEmitter(plan, operands, geometries);
  }

  /** The code that computes nodes which follow one another. */
  List<Computed> emit(List<Node> nodes) {
    List<Computed> computed = new ArrayList<>();
    List<Node> straight = new ArrayList<>();
    for (Node node : nodes) {
      if (way(node) == Way.UNROLLED) {
        straight.add(node);
      } else if (way(node) != Way.FREE) {
        computed.addAll(unrolled.emit(straight));
        straight.clear();
        alone(node).forEach(piece -> computed.add(Computed.alone(node, piece)));
      }
    }
    computed.addAll(unrolled.emit(straight));
    return computed;
  }

  /** A number is no tensor: the caller asks for its expression. */
  private Way way(Node node) {
    return node.op() instanceof Op.Loss || node.op() instanceof Op.ActivityPenalty
        ? Way.FREE
        : plan.kernels().way(node);
  }

  private List<Piece> alone(Node node) {
    if (way(node) == Way.LOOP) {
      return loop.emit(node);
    }
    return takesStep(node) ? kernel.emitStep(node) : kernel.emit(node);
  }

  /** Whether a node changes weights, and is not only a gradient. */
  boolean takesStep(Node node) {
    return fusedSteps.contains(node);
  }
}
