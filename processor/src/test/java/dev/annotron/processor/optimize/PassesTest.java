package dev.annotron.processor.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annotron.Activation;
import dev.annotron.Loss;
import dev.annotron.processor.autodiff.Autodiff;
import dev.annotron.processor.diagnostics.Position;
import dev.annotron.processor.ir.Geometry;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Graphs;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.PoolOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.layer.LossMaker;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.OutputSpec;
import dev.annotron.processor.spec.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassesTest {
  private static final Set<String> NONE = Set.of();

  private static Graph network(Activation hidden, Activation output) {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", 3);
    Node y = graphs.dense("hidden", x, 4, hidden);
    return graphs.returning(graphs.dense("output", y, 2, output));
  }

  private static List<OutputSpec> outputs(Loss loss) {
    AnnotationSpec dense = new AnnotationSpec("Dense", Position.NOWHERE, Map.of());
    LayerSpec layer = new LayerSpec("output", Position.NOWHERE, dense, List.of(), List.of());
    return List.of(
        new OutputSpec(
            layer,
            new Value<>(loss, Position.NOWHERE),
            Optional.empty(),
            new Value<>(1.0, Position.NOWHERE),
            List.of()));
  }

  private static Graph training(Graph forward, Loss loss, Set<String> disabled) {
    Graph attached = Passes.beforeAutodiff(LossMaker.attach(forward, outputs(loss)), disabled);
    return Passes.afterAutodiff(Autodiff.differentiate(attached), disabled);
  }

  @Test
  void predictionFusesEveryDenseLayer() {
    Graph graph = Passes.afterAutodiff(network(Activation.GELU, Activation.SIGMOID), NONE);
    assertThat(Graphs.operations(graph)).containsExactly("Dense", "Dense");
    assertThat(graph.layers()).containsOnlyKeys("x", "hidden", "output");
  }

  @Test
  void trainingFusesAnActivationWhoseDerivativeNeedsOnlyItsResult() {
    Graph graph =
        training(network(Activation.TANH, Activation.TANH), Loss.MEAN_SQUARED_ERROR, NONE);
    assertThat(Graphs.operations(graph)).startsWith("Dense", "Dense", "Loss");
  }

  @Test
  void trainingKeepsTheArgumentOfAnActivationWhoseDerivativeNeedsIt() {
    Graph graph =
        training(network(Activation.GELU, Activation.TANH), Loss.MEAN_SQUARED_ERROR, NONE);
    assertThat(Graphs.operations(graph)).startsWith("Dense", "Activate", "Dense", "Loss");
  }

  @Test
  void sigmoidIsFusedWithItsLoss() {
    Graph forward = network(Activation.RELU, Activation.SIGMOID);
    Graph graph = training(forward, Loss.BINARY_CROSSENTROPY, NONE);
    Op loss = graph.losses().getFirst().value().op();
    assertThat(loss).asString().contains("from logits");
    assertThat(activationGradients(graph)).isEqualTo(1);
    Graph apart = training(forward, Loss.BINARY_CROSSENTROPY, Set.of("fuse-loss"));
    assertThat(apart.losses().getFirst().value().op()).asString().doesNotContain("from logits");
    assertThat(activationGradients(apart)).isEqualTo(2);
  }

  @Test
  void deadNodesGoAndInputsStay() {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", 3);
    Node unused = graphs.input("unused", 2);
    graphs.dense("dead", unused, 5);
    Graph graph = graphs.returning(graphs.dense("y", x, 2));
    Graph swept = Passes.afterAutodiff(graph, Set.of("fuse-dense"));
    assertThat(Graphs.operations(swept)).containsExactly("MatMul", "AddBias");
    assertThat(swept.inputs()).hasSize(2);
    assertThat(swept.parameters()).hasSize(4);
    assertThat(swept.layers()).doesNotContainKey("dead");
  }

  @Test
  void aValueThatIsReadTwiceIsNotFusedAway() {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", 3);
    Node sum = graphs.dense("sum", x, 3);
    Node active = graphs.layer("active", new Op.Softmax(), sum);
    Graph graph = graphs.returning(graphs.layer("both", new Op.Add(), sum, active));
    assertThat(Graphs.operations(Passes.afterAutodiff(graph, NONE)))
        .containsExactly("Dense", "Softmax", "Add");
  }

  @Test
  void aDerivativeFromResultsIsTakenBeforeThePoolsGradientSpreads() {
    Graph graph = training(pooled(Activation.TANH), Loss.MEAN_SQUARED_ERROR, NONE);
    assertThat(Graphs.operations(graph)).containsSequence("ActivateGradient", "MaxPoolGradient");
    assertThat(shapeOfActivationGradient(graph)).isEqualTo(Shape.of(1, 2, 2));
    Graph without =
        training(pooled(Activation.TANH), Loss.MEAN_SQUARED_ERROR, Set.of("pool-derivatives"));
    assertThat(shapeOfActivationGradient(without)).isEqualTo(Shape.of(1, 4, 2));
  }

  @Test
  void aDerivativeFromArgumentsIsTakenWhereThoseAre() {
    Graph graph = training(pooled(Activation.GELU), Loss.MEAN_SQUARED_ERROR, NONE);
    assertThat(Graphs.operations(graph)).containsSequence("MaxPoolGradient", "ActivateGradient");
  }

  private static Graph pooled(Activation activation) {
    Graphs graphs = new Graphs();
    Node x = graphs.input("x", 1, 4, 3);
    Node active = graphs.dense("active", x, 2, activation);
    Geometry windows = Geometry.pooling(Geometry.Axis.SINGLE, Geometry.Axis.tiles(2, 2), 2);
    return graphs.returning(graphs.layer("output", new PoolOp.MaxPool(windows), active));
  }

  private static Shape shapeOfActivationGradient(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> node.op() instanceof Op.ActivateGradient)
        .findFirst()
        .orElseThrow()
        .shape();
  }

  @Test
  void passesThatAreSwitchedOffDoNotRun() {
    Graph graph = network(Activation.RELU, Activation.SIGMOID);
    assertThat(Passes.afterAutodiff(graph, Passes.names())).isSameAs(graph);
    assertThat(Passes.beforeAutodiff(graph, Passes.names())).isSameAs(graph);
    assertThat(Passes.names())
        .containsExactlyInAnyOrder("fuse-loss", "drop-dead", "pool-derivatives", "fuse-dense");
  }

  private static long activationGradients(Graph graph) {
    return Graphs.operations(graph).stream().filter("ActivateGradient"::equals).count();
  }
}
