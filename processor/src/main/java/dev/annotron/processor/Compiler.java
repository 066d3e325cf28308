package dev.annotron.processor;

import com.palantir.javapoet.JavaFile;
import dev.annotron.processor.check.GraphChecks;
import dev.annotron.processor.check.MetricsFitLoss;
import dev.annotron.processor.diagnostics.Report;
import dev.annotron.processor.emit.ModelEmitter;
import dev.annotron.processor.emit.ModelInfo;
import dev.annotron.processor.emit.ModelInfo.LayerInfo;
import dev.annotron.processor.emit.ModelInfo.OutputInfo;
import dev.annotron.processor.ir.Fingerprint;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Verifier;
import dev.annotron.processor.layer.GraphMaker;
import dev.annotron.processor.layer.Ids;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compiler: every stage takes an immutable value and returns a new one. */
public final class Compiler {
  private Compiler() {}

  /** Takes a model through all stages; it comes out as source only if the report has no error. */
  public static Compilation compile(ModelSpec model, CompilerOptions options, Report report) {
    Optional<Stages> stages = stages(model, options, report);
    if (stages.isEmpty()) {
      return new Compilation(null, "");
    }
    JavaFile file = ModelEmitter.emit(info(model, stages.get().forward()), stages.get().plan());
    return new Compilation(file, StagesDump.dump(stages.get()));
  }

  /** The stages up to the plan; empty if the report has an error. */
  public static Optional<Stages> stages(ModelSpec model, CompilerOptions options, Report report) {
    MetricsFitLoss.check(model, report);
    Optional<Graph> forward = GraphMaker.make(model, report);
    forward.ifPresent(graph -> GraphChecks.check(model, graph, report));
    if (forward.isEmpty() || report.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(Stages.of(model, Verifier.verify("layers", forward.get()), options));
  }

  private static ModelInfo info(ModelSpec model, Graph forward) {
    return new ModelInfo(
        model.packageName(),
        model.interfaceName(),
        model.className(),
        Fingerprint.of(forward),
        model.isPublic(),
        model.seed(),
        Ids.allowed(model),
        outputs(model, forward),
        UpdateMaker.of(model),
        model.train().epochs().value(),
        model.train().batchSize().value(),
        model.train().shuffle(),
        model.train().data() == null ? null : model.train().data().value(),
        layers(model, forward));
  }

  private static List<OutputInfo> outputs(ModelSpec model, Graph forward) {
    return model.outputs().stream()
        .map(
            output ->
                new OutputInfo(
                    output.layer().name(),
                    Known.get(forward.layers(), output.layer().name()).shape(),
                    output.loss().value(),
                    output.weight().value(),
                    output.metrics().stream().map(Value::value).toList()))
        .toList();
  }

  /** The layers but the inputs of blocks, which are other layers under a name of the block's. */
  private static List<LayerInfo> layers(ModelSpec model, Graph forward) {
    Map<String, String> meaning = new HashMap<>();
    List<LayerInfo> layers = new ArrayList<>();
    for (LayerSpec layer : model.layers()) {
      List<String> inputs =
          layer.inputs().stream()
              .map(Value::value)
              .map(name -> meaning.getOrDefault(name, name))
              .toList();
      if (layer.isBound()) {
        meaning.put(layer.name(), inputs.getFirst());
      } else {
        Node result = Known.get(forward.layers(), layer.name());
        layers.add(new LayerInfo(layer.name(), layer.layer().kind(), result.shape(), inputs));
      }
    }
    return layers;
  }
}
