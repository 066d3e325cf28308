package dev.annotron.processor.layer;

import dev.annotron.Loss;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import java.util.Map;
import java.util.Optional;

/** Puts the target and the loss behind a network's output. */
public final class LossMaker {
  private static final Node.Origin ORIGIN = new Node.Origin("loss", false);

  private LossMaker() {}

  /** The graph with its loss; the output is known to fit it. */
  public static Graph attach(Graph graph, Loss loss) {
    GraphBuilder builder = new GraphBuilder(graph.nodes());
    LossKind kind = new LossKind(loss, false);
    Node output = graph.outputs().getFirst();
    Shape shape = output.shape();
    Shape target = kind.sparse() ? shape.with(shape.rank() - 1, 1) : shape;
    Node expected = builder.add(ORIGIN, new Op.Target(target));
    Node mean = builder.add(ORIGIN, new Op.Loss(kind), output, expected);
    return new Graph(
        builder.nodes(),
        graph.outputs(),
        graph.layers(),
        Optional.of(mean),
        Map.of(),
        graph.updates());
  }
}
