package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps that products take: plain gradient descent takes from a kernel a multiple of {@code
 * xᵀ·dy}, so this product can be added to the kernel itself. No gradient is written, and no second
 * pass over the weights is made.
 */
final class FusedSteps {
  private final Graph train;
  private final KernelPlan kernels;
  private final UpdatePlan update;
  private final long least;

  private FusedSteps(Graph train, KernelPlan kernels, UpdatePlan update, long least) {
    this.train = train;
    this.kernels = kernels;
    this.update = update;
    this.least = least;
  }

  /**
   * The kernels' gradients that need not be there, in the order of the graph.
   *
   * @param compute which kernels are forced, whatever their size
   */
  static Set<Node> of(Graph train, KernelPlan kernels, UpdatePlan update, Compute compute) {
    long least = compute == Compute.NATIVE ? 0 : Budgets.FUSED_STEP_WEIGHTS;
    return isPlainDescent(update)
        ? new FusedSteps(train, kernels, update, least).gradients()
        : Set.of();
  }

  /** Whether all that a step does is to take a multiple of the batch's gradient. */
  private static boolean isPlainDescent(UpdatePlan update) {
    return update.optimizer() instanceof Optimizer.Sgd sgd
        && sgd.momentum() == 0
        && update.clipping().cut() == UpdatePlan.Cut.NONE
        && update.weightDecay() == 0
        && update.average().isEmpty()
        && update.accumulation() == 1;
  }

  private Set<Node> gradients() {
    Set<Node> found = new LinkedHashSet<>();
    for (Map.Entry<Node, Node> entry : train.gradients().entrySet()) {
      if (isFused(entry.getKey(), entry.getValue())) {
        found.add(entry.getValue());
      }
    }
    return found;
  }

  /** The gradient of shared weights is a sum, not a product. */
  private boolean isFused(Node parameter, Node gradient) {
    return gradient.op() instanceof Op.MatMulKernelGradient
        && kernels.way(gradient) == Way.NATIVE
        && parameter.shape().size() >= least
        && !hasMore(((Op.Parameter) parameter.op()).name())
        && !isReadAfter(parameter, gradient);
  }

  /** Whether the loss or the step has something to add for this parameter. */
  private boolean hasMore(String parameter) {
    return update.penalties().stream().anyMatch(penalty -> penalty.isFor(parameter))
        || update.constraints().stream().anyMatch(constraint -> constraint.isFor(parameter));
  }

  /** Whether something wants the old weights after the step, or the gradient. */
  private boolean isReadAfter(Node parameter, Node gradient) {
    List<Node> nodes = train.nodes();
    return nodes.subList(nodes.indexOf(gradient) + 1, nodes.size()).stream()
        .flatMap(node -> node.inputs().stream())
        .anyMatch(input -> input.owner() == parameter || input.owner() == gradient);
  }
}
