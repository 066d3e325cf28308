package dev.annotron.processor.layer;

import dev.annotron.Loss;
import dev.annotron.processor.ir.ElementOp;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.LossTerm;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.SequenceOp;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.spec.AnnotationSpec;
import dev.annotron.processor.spec.OutputSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the targets and the losses behind a network's outputs. */
public final class LossMaker {
  private static final Node.Origin ORIGIN = new Node.Origin("loss", false);

  private LossMaker() {}

  /**
   * The graph with its losses; its outputs, in the order of {@code specs}, are known to fit. The
   * losses come last, as they are computed last: what they read must be kept until then.
   */
  public static Graph attach(Graph graph, List<OutputSpec> specs) {
    GraphBuilder builder = new GraphBuilder(graph.nodes());
    List<Node> expected = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      expected.add(expected(builder, specs.get(i), graph.outputs().get(i).shape()));
    }
    Node weights = builder.add(ORIGIN, new Op.SampleWeights());
    List<LossTerm> losses = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      OutputSpec spec = specs.get(i);
      Op loss = new Op.Loss(kind(spec));
      Node output = graph.outputs().get(i);
      Node own =
          Optional.ofNullable(graph.masks().get(output))
              .map(mask -> builder.add(ORIGIN, new SequenceOp.MaskedWeights(), mask, weights))
              .orElse(weights);
      Node mean = builder.add(ORIGIN, loss, output, expected.get(i), own);
      losses.add(new LossTerm(mean, spec.weight().value()));
    }
    return new Graph(
        builder.nodes(), graph.outputs(), graph.layers(), losses, Map.of(), graph.updates());
  }

  /** What an output of a shape is compared with: its target, smoothed if that is asked for. */
  private static Node expected(GraphBuilder builder, OutputSpec spec, Shape shape) {
    LossKind kind = kind(spec);
    Shape target = kind.sparse() ? shape.with(shape.rank() - 1, 1) : shape;
    Node written = builder.add(ORIGIN, new Op.Target(spec.layer().name(), target));
    double smoothing = smoothing(spec);
    if (smoothing > 0) {
      int classes = kind.loss() == Loss.CATEGORICAL_CROSSENTROPY ? shape.last() : 2;
      Op smooth = new ElementOp.Affine(1 - smoothing, smoothing / classes);
      return builder.add(ORIGIN, smooth, written);
    }
    return written;
  }

  /** The smoothing of an output's rows of targets; that of class numbers is in the loss's kind. */
  public static double smoothing(OutputSpec spec) {
    return spec.loss().value() == Loss.SPARSE_CATEGORICAL_CROSSENTROPY
        ? 0
        : spec.options().map(o -> o.real("labelSmoothing").value()).orElse(0.0);
  }

  /** An output's loss with its numbers, before it is fused with an activation. */
  public static LossKind kind(OutputSpec spec) {
    LossKind usual = new LossKind(spec.loss().value(), false);
    if (spec.options().isEmpty()) {
      return usual;
    }
    AnnotationSpec options = spec.options().get();
    return switch (usual.loss()) {
      case HUBER ->
          new LossKind(usual.loss(), false, options.real("delta").value(), usual.balance());
      case SPARSE_CATEGORICAL_CROSSENTROPY ->
          new LossKind(
              usual.loss(), false, options.real("labelSmoothing").value(), usual.balance());
      case BINARY_FOCAL_CROSSENTROPY ->
          new LossKind(
              usual.loss(),
              false,
              options.real("gamma").value(),
              options.flag("applyClassBalancing").value()
                  ? options.real("alpha").value()
                  : LossKind.UNBALANCED);
      default -> usual;
    };
  }
}
