package dev.annotron.processor.layer;

import dev.annotron.processor.diagnostics.Code;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.GraphBuilder;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes a model's layers, one after another, into a graph. */
public final class GraphMaker {
  private final Report report;
  private final Ids ids;
  private final GraphBuilder builder = new GraphBuilder();
  private final DataPath path = new DataPath();
  private final Map<String, Node> layers = new LinkedHashMap<>();
  private final LayerWeights weights = new LayerWeights(builder);
  private final boolean training;

  private GraphMaker(ModelSpec model, Report report, boolean training) {
    this.ids = new Ids(model);
    this.report = report;
    this.training = training;
  }

  /**
   * The layers as prediction computes them, without a loss. A layer whose input was refused is
   * passed over, so that one mistake is told once.
   */
  public static Composed make(ModelSpec model, Report report) {
    return make(model, report, false);
  }

  /** The same as training computes them, of a model that is known to have no mistakes. */
  public static Graph training(ModelSpec model) {
    Report report = new Report();
    return make(model, report, true)
        .graph()
        .orElseThrow(() -> new IllegalStateException("in training: " + report.diagnostics()));
  }

  private static Composed make(ModelSpec model, Report report, boolean training) {
    Report ofLayers = new Report();
    GraphMaker maker = new GraphMaker(model, ofLayers, training);
    model.layers().forEach(maker::compose);
    report.addAll(ofLayers);
    return new Composed(maker.layers, ofLayers.hasErrors() ? Optional.empty() : maker.graph(model));
  }

  /** The network; empty if a layer is missing that an earlier stage could not read. */
  private Optional<Graph> graph(ModelSpec model) {
    List<String> outputs = model.outputs().stream().map(output -> output.layer().name()).toList();
    if (outputs.isEmpty() || !layers.keySet().containsAll(outputs)) {
      return Optional.empty();
    }
    List<Node> results = outputs.stream().map(name -> Known.get(layers, name)).toList();
    return Optional.of(
        new Graph(
            builder.nodes(),
            results,
            layers,
            List.of(),
            Map.of(),
            weights.updates(),
            masks(results)));
  }

  private Map<Node, Node> masks(List<Node> outputs) {
    Map<Node, Node> masks = new LinkedHashMap<>();
    outputs.forEach(output -> path.mask(output).ifPresent(mask -> masks.put(output, mask)));
    return masks;
  }

  private void compose(LayerSpec spec) {
    Layer layer =
        Layers.find(spec.layer().kind())
            .orElseThrow(() -> new IllegalStateException("no layer for " + spec.layer().kind()));
    List<Node> inputs = path.inputsOf(spec);
    boolean fits = layer.check(composer(spec, inputs, report));
    if (inputs.size() < spec.inputs().size() || !arityFits(layer, spec) || !fits) {
      return;
    }
    // Ids for numbers are told already, and so is what is wrong with their shape.
    boolean misread = spec.inputs().stream().anyMatch(i -> ids.misread(spec, i.value()));
    Composer composer = composer(spec, inputs, misread ? new Report() : report);
    result(layer, composer, spec)
        .ifPresent(
            node -> {
              path.put(spec, node);
              if (!spec.isBound()) { // the same tensor as outside the block
                layers.put(spec.name(), node);
              }
              if (layer.keepsMask()) {
                Masks.carry(layer.arity(), composer, node);
              }
              Masks.tellLost(layer, composer, node);
            });
  }

  private Composer composer(LayerSpec spec, List<Node> inputs, Report to) {
    return new Composer(spec, inputs, builder, to, path, training, weights);
  }

  private Optional<Node> result(Layer layer, Composer composer, LayerSpec spec) {
    try {
      return layer.compose(composer);
    } catch (ArithmeticException _) {
      return composer.refuse(
          Code.SHAPE_OVERFLOW,
          spec.layer().at(),
          "a tensor of this layer has more than 2,147,483,647 values (%s); make it smaller"
              .formatted(composer.path()));
    }
  }

  private boolean arityFits(Layer layer, LayerSpec spec) {
    int count = spec.inputs().size();
    String expected =
        switch (layer.arity()) {
          case NONE -> ""; // told where parameters are read
          case ONE -> count == 1 ? "" : "one input, found %d; keep one parameter";
          case ONE_TO_THREE ->
              count >= 1 && count <= 3
                  ? ""
                  : "one to three inputs, found %d; keep at most three parameters";
          case TWO ->
              count == 2
                  ? ""
                  : "two inputs, found %d; name two earlier layers as parameters, such as"
                      + " (Tensor a, Tensor b)";
          case SEVERAL ->
              count >= 2
                  ? ""
                  : "two or more inputs, found %d; name earlier layers as parameters, such as"
                      + " (Tensor a, Tensor b)";
        };
    if (!expected.isEmpty()) {
      String message =
          "%s: @%s takes ".formatted(spec.name(), spec.layer().kind()) + expected.formatted(count);
      report.add(Code.INPUT_COUNT, spec.at(), message);
    }
    return expected.isEmpty();
  }
}
