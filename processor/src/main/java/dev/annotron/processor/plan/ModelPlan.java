package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that emission needs to know of a model's computation.
 *
 * @param predict inputs to outputs
 * @param evaluate inputs to loss, where evaluation computes something else than training; empty
 *     where it is training's part up to the loss
 * @param train forward, loss and backward
 * @param inputInPlace whether all can read the samples wherever each lies, by kernels
 * @param fusedSteps the gradients of kernels that a step of training takes from these at once
 */
public record ModelPlan(
    Graph predict,
    MemoryPlan predictMemory,
    Optional<Planned> evaluate,
    Graph train,
    MemoryPlan trainMemory,
    WeightPlan weights,
    KernelPlan kernels,
    boolean inputInPlace,
    Set<Node> fusedSteps) {

  /** A graph and where its tensors lie. */
  public record Planned(Graph graph, MemoryPlan memory) {
    static Planned of(Graph graph) {
      return new Planned(graph, MemoryPlan.plan(graph));
    }
  }

  /** Whether a product reads the samples by the kernels for them, wherever each lies. */
  public boolean readsInPlace(Node product) {
    return inputInPlace && InputPlan.isInput(product.input(0));
  }

  /** All graphs. */
  public Stream<Graph> graphs() {
    return Stream.concat(Stream.of(predict, train), evaluate.stream().map(Planned::graph));
  }

  public static ModelPlan plan(
      Graph predict,
      Optional<Graph> evaluate,
      Graph train,
      UpdatePlan update,
      int batch,
      Compute compute) {
    List<Node> nodes = new ArrayList<>(predict.nodes());
    evaluate.ifPresent(graph -> nodes.addAll(graph.nodes()));
    nodes.addAll(train.nodes());
    List<Graph> graphs = new ArrayList<>(List.of(predict, train));
    evaluate.ifPresent(graphs::add);
    KernelPlan kernels = KernelPlan.plan(nodes, batch, compute);
    return new ModelPlan(
        predict,
        MemoryPlan.plan(predict),
        evaluate.map(Planned::of),
        train,
        MemoryPlan.plan(train),
        WeightPlan.plan(train.parameters()),
        kernels,
        InputPlan.inPlace(graphs, kernels),
        FusedSteps.of(train, kernels, update, compute));
  }
}
