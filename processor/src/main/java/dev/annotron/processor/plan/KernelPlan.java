package dev.annotron.processor.plan;

import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.KernelOp;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.RandomOp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The way in which each operation is computed.
 *
 * @param offHeap whether memory lies outside the Java heap, where kernels reach it
 * @param worthNative whether the kernels are worth loading the native library for
 */
public record KernelPlan(Map<Node, Way> ways, boolean offHeap, boolean worthNative) {

  /**
   * Plans all nodes of a model together, as they share their memory.
   *
   * @param batch samples per step
   */
  public static KernelPlan plan(Collection<Node> nodes, int batch, Compute compute) {
    long largest =
        nodes.stream().filter(KernelPlan::isProduct).mapToLong(Cost::work).max().orElse(0);
    boolean needsKernels = nodes.stream().anyMatch(node -> node.op() instanceof KernelOp);
    boolean offHeap =
        switch (compute) {
          case AUTO -> largest * batch >= Budgets.NATIVE_STEP_WORK || needsKernels;
          case NATIVE -> true;
          case UNROLLED, LOOP -> needsKernels;
        };
    Map<Node, Way> ways = new LinkedHashMap<>();
    long unrolled = 0;
    for (Node node : nodes) {
      Way way = way(node, batch, compute, offHeap);
      unrolled += way == Way.UNROLLED ? Cost.work(node) : 0;
      boolean tooMuch = way == Way.UNROLLED && unrolled > unrolledBudget(compute);
      ways.put(node, tooMuch ? Way.LOOP : way);
    }
    return new KernelPlan(ways, offHeap, compute == Compute.NATIVE || worthNative(ways, batch));
  }

  public Way way(Node node) {
    return Known.get(ways, node);
  }

  private static int unrolledBudget(Compute compute) {
    return compute == Compute.UNROLLED ? Budgets.FORCED_UNROLLED_NETWORK : Budgets.UNROLLED_NETWORK;
  }

  private static Way way(Node node, int batch, Compute compute, boolean offHeap) {
    if (node.op() instanceof Op.Source || node.op() instanceof Op.Reshape) {
      return Way.FREE;
    }
    if (node.op() instanceof KernelOp || (offHeap && !hasJavaForm(node))) {
      return Way.NATIVE;
    }
    if (isOwnJava(node)) {
      return Way.LOOP;
    }
    return switch (compute) {
      case UNROLLED -> unrollable(node, Budgets.FORCED_UNROLLED_WORK) ? Way.UNROLLED : Way.LOOP;
      case LOOP -> Way.LOOP;
      case NATIVE -> Way.NATIVE;
      case AUTO -> best(node, batch, offHeap);
    };
  }

  private static Way best(Node node, int batch, boolean offHeap) {
    if (offHeap && nativePays(node, batch)) {
      return Way.NATIVE;
    }
    return unrollable(node, Budgets.UNROLLED_WORK) ? Way.UNROLLED : Way.LOOP;
  }

  private static boolean nativePays(Node node, int batch) {
    return Cost.work(node) * batch >= Budgets.NATIVE_OPERATION_WORK;
  }

  /** Whether one call of a kernel has so much to do that the native library pays. */
  private static boolean worthNative(Map<Node, Way> ways, int batch) {
    return ways.entrySet().stream()
        .filter(entry -> entry.getValue() == Way.NATIVE)
        .anyMatch(entry -> Cost.work(entry.getKey()) * batch >= Budgets.NATIVE_STEP_WORK);
  }

  private static boolean isProduct(Node node) {
    return switch (node.op()) {
      case Op.MatMul _, Op.Dense _, Op.MatMulInputGradient _, Op.MatMulKernelGradient _ -> true;
      default -> false;
    };
  }

  /** Operations over whole rows are library calls in every way; off the heap, kernel calls. */
  static boolean hasJavaForm(Node node) {
    return switch (node.op()) {
      case Op.Softmax _,
          Op.SoftmaxGradient _,
          Op.Loss _,
          Op.LossGradient _,
          Op.ActivityPenalty _,
          Op.ActivityGradient _ ->
          false;
      default -> true;
    };
  }

  /** Whether an operation is a user's own Java, which no kernel knows. */
  static boolean isOwnJava(Node node) {
    return node.op() instanceof ElementOp.Custom || node.op() instanceof ElementOp.CustomGradient;
  }

  private static boolean unrollable(Node node, int budget) {
    return hasJavaForm(node)
        && !(node.op() instanceof ElementOp || node.op() instanceof RandomOp)
        && !(isProduct(node) && node.input(0).shape().rank() > 1)
        && (node.type().batched() || isSum(node))
        && Cost.work(node) <= budget
        && longestSum(node) <= Budgets.UNROLLED_SUM;
  }

  /** Whether an operation's result for all samples is a sum over the samples. */
  private static boolean isSum(Node node) {
    return node.op() instanceof Op.MatMulKernelGradient || node.op() instanceof Op.SumRows;
  }

  private static int longestSum(Node node) {
    return switch (node.op()) {
      case Op.MatMul _, Op.Dense _, Op.MatMulInputGradient _ -> node.input(0).shape().last();
      default -> 1;
    };
  }
}
