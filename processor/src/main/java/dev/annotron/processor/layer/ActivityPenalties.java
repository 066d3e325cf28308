package dev.annotron.processor.layer;

import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.spec.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds to the losses what {@code @L1} and {@code @L2} ask for large results of layers. */
public final class ActivityPenalties {
  private ActivityPenalties() {}

  /** The graph with a term behind its losses for each layer whose results are to be small. */
  public static Graph attach(Graph graph, List<LayerSpec> layers) {
    GraphBuilder builder = new GraphBuilder(graph.nodes());
    List<LossTerm> terms = new ArrayList<>(graph.losses());
    for (LayerSpec layer : layers) {
      double l1 = activity(layer, "L1");
      double l2 = activity(layer, "L2");
      if (l1 > 0 || l2 > 0) {
        Node result = Known.get(graph.layers(), layer.name());
        Node.Origin origin = new Node.Origin(layer.name(), false);
        terms.add(new LossTerm(builder.add(origin, new Op.ActivityPenalty(l1, l2), result), 1));
      }
    }
    return new Graph(
        builder.nodes(), graph.outputs(), graph.layers(), terms, Map.of(), graph.updates());
  }

  private static double activity(LayerSpec layer, String kind) {
    return layer.modifier(kind).map(it -> it.real("activity").value()).orElse(0.0);
  }
}
