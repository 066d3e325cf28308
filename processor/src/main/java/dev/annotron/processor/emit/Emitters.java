package dev.annotron.processor.emit;

import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.ModelPlan;
import java.util.List;

/** Chooses the emitter that the plan asks for. */
final class Emitters implements OpEmitter {
  private final ModelPlan plan;
  private final OpEmitter unrolled;
  private final OpEmitter loop;
  private final OpEmitter kernel;

  Emitters(ModelPlan plan, Memory memory, Operands operands, Geometries geometries) {
    this.plan = plan;
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
      case NATIVE -> kernel.emit(node);
    };
  }
}
