package dev.annotron.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private final Graphs graphs = new Graphs();
  private final Node x = graphs.input("x", 3);
  private final Node y = graphs.dense("y", x, 2);
  private final Graph graph = graphs.returning(y);

  @Test
  void acceptsWhatTheBuilderMade() {
    assertThat(Verifier.verify("test", graph)).isSameAs(graph);
  }

  @Test
  void refusesAnOperandThatComesLater() {
    refuses(
        new Graph(graph.nodes().reversed(), List.of(y), Map.of(), List.of(), Map.of()),
        "reads a node that comes later");
  }

  @Test
  void refusesANodeTwice() {
    List<Node> nodes = new ArrayList<>(graph.nodes());
    nodes.add(y);
    refuses(new Graph(nodes, List.of(y), Map.of(), List.of(), Map.of()), "is there twice");
  }

  @Test
  void refusesALostRoot() {
    List<Node> nodes = graph.nodes().subList(0, graph.nodes().size() - 1);
    refuses(new Graph(nodes, List.of(y), Map.of(), List.of(), Map.of()), "is a lost root");
  }

  @Test
  void refusesALostLayer() {
    List<Node> nodes = graph.nodes().subList(0, graph.nodes().size() - 1);
    refuses(new Graph(nodes, List.of(x), graph.layers(), List.of(), Map.of()), "is a lost layer");
  }

  @Test
  void refusesAGradientOfAnotherShape() {
    Node kernel = graph.parameters().getFirst();
    Node bias = graph.parameters().getLast();
    refuses(
        new Graph(graph.nodes(), List.of(y), Map.of(), List.of(), Map.of(kernel, bias)),
        "is no gradient of its shape");
    refuses(
        new Graph(graph.nodes(), List.of(y), Map.of(), List.of(), Map.of(x, x)),
        "is no trained parameter");
  }

  @Test
  void refusesALossThatIsNone() {
    refuses(
        new Graph(graph.nodes(), List.of(y), Map.of(), List.of(new LossTerm(y, 1)), Map.of()),
        "is no loss");
  }

  private static void refuses(Graph graph, String complaint) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Verifier.verify("stage", graph))
        .withMessageStartingWith("after stage, node %")
        .withMessageEndingWith(complaint);
  }
}
