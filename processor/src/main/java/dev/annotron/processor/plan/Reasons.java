package dev.annotron.processor.plan;

import dev.annotron.processor.ir.KernelOp;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.Locale;

/**
 * Why operations are computed as {@link KernelPlan} has it, in words.
 *
 * @param batch samples per step
 */
public record Reasons(KernelPlan kernels, int batch, Compute compute) {

  /** Half a sentence about one operation. */
  public String why(Node node) {
    return switch (kernels.way(node)) {
      case FREE -> node.op() instanceof Op.Reshape ? "the same memory in another shape" : "given";
      case NATIVE -> whyNative(node);
      case LOOP -> whyLoop(node);
      case UNROLLED ->
          forced(
              String.format(
                  Locale.ROOT,
                  "%,d multiply-adds for a sample, at most %,d",
                  Cost.work(node),
                  Budgets.UNROLLED_WORK));
    };
  }

  private String whyNative(Node node) {
    if (node.op() instanceof KernelOp) {
      return "this operation is a kernel in every way of computing";
    }
    if (!KernelPlan.hasJavaForm(node)) {
      return "over whole rows, and memory lies off the heap";
    }
    return forced(
        String.format(
            Locale.ROOT,
            "%,d multiply-adds in a step, at least %,d",
            Cost.work(node) * batch,
            Budgets.NATIVE_OPERATION_WORK));
  }

  private String whyLoop(Node node) {
    if (KernelPlan.isOwnJava(node)) {
      return "your own Java";
    }
    if (kernels.offHeap()) {
      return forced(
          String.format(
              Locale.ROOT,
              "%,d multiply-adds in a step, fewer than %,d",
              Cost.work(node) * batch,
              Budgets.NATIVE_OPERATION_WORK));
    }
    if (Cost.work(node) <= Budgets.UNROLLED_WORK) {
      return forced(
          String.format(
              Locale.ROOT,
              "no straight-line form, or %,d multiply-adds of such code are in the class already",
              Budgets.UNROLLED_NETWORK));
    }
    return forced(
        String.format(
                Locale.ROOT,
                "%,d multiply-adds for a sample, more than %,d; and no product of the network has",
                Cost.work(node),
                Budgets.UNROLLED_WORK)
            + String.format(Locale.ROOT, " %,d in a step", Budgets.NATIVE_STEP_WORK));
  }

  private String forced(String otherwise) {
    return compute == Compute.AUTO
        ? otherwise
        : "asked for with -Aannotron.compute=" + compute.name().toLowerCase(Locale.ROOT);
  }
}
