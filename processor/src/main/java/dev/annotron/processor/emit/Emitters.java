package dev.annotron.processor.emit;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.ModelPlan;
import java.util.List;
import java.util.Set;

/** Chooses the emitter that the plan asks for. */
final class Emitters implements OpEmitter {
  private final ModelPlan plan;
  private final Set<Node> fusedSteps;
  private final OpEmitter unrolled;
  private final OpEmitter loop;
  private final KernelEmitter kernel;

  Emitters(ModelPlan plan, Memory memory, Operands operands, Geometries geometries) {
    this(plan, memory, operands, geometries, Set.of());
  }

  /**
   * @param fusedSteps the gradients that are taken from the weights at once
   */
  Emitters(
      ModelPlan plan,
      Memory memory,
      Operands operands,
      Geometries geometries,
      Set<Node> fusedSteps) {
    this.plan = plan;
    this.fusedSteps = fusedSteps;
    this.unrolled = new UnrolledEmitter(memory, operands);
    this.loop = new LoopEmitter(memory, operands);
    this.kernel = new KernelEmitter(plan, operands, geometries);
  }

  @Override
  public List<Piece> emit(Node node) {
    if (node.op() instanceof Op.Loss || node.op() instanceof Op.ActivityPenalty) {
      return List.of(); // a number, not a tensor: the caller asks for its expression
    }
    return switch (plan.kernels().way(node)) {
      case FREE -> List.of();
      case UNROLLED -> unrolled.emit(node);
      case LOOP -> loop.emit(node);
      case NATIVE -> takesStep(node) ? kernel.emitStep(node) : kernel.emit(node);
    };
  }

  /** Whether a node changes weights, and is not only a gradient. */
  boolean takesStep(Node node) {
    return fusedSteps.contains(node);
  }
}
