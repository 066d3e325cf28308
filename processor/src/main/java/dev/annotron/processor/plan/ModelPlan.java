package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * All that emission needs to know of a model's computation.
 *
 * @param predict inputs to outputs
 * @param train forward, loss and backward; evaluation is its part up to the loss
 */
public record ModelPlan(
    Graph predict,
    MemoryPlan predictMemory,
    Graph train,
    MemoryPlan trainMemory,
    WeightPlan weights,
    KernelPlan kernels) {

  public static ModelPlan plan(Graph predict, Graph train, int batch, Compute compute) {
    List<Node> nodes = new ArrayList<>(predict.nodes());
    nodes.addAll(train.nodes());
    return new ModelPlan(
        predict,
        MemoryPlan.plan(predict),
        train,
        MemoryPlan.plan(train),
        WeightPlan.plan(train.parameters()),
        KernelPlan.plan(nodes, batch, compute));
  }
}
