package dev.annotron.processor;

import com.palantir.javapoet.JavaFile;
import dev.annotron.processor.check.GraphChecks;
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
import dev.annotron.processor.layer.Composed;
import dev.annotron.processor.layer.GraphMaker;
import dev.annotron.processor.layer.Ids;
import dev.annotron.processor.layer.LossMaker;
import dev.annotron.processor.spec.LayerSpec;
import dev.annotron.processor.spec.ModelSpec;
import dev.annotron.processor.spec.Reading;
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
    return compile(Reading.of(model), options, report, new StageTimes());
  }

  /** The same with what could be read of a model: what is there is looked at all the same. */
  static Compilation compile(
      Reading reading, CompilerOptions options, Report report, StageTimes times) {
    ModelSpec model = reading.model();
    Optional<Stages> stages = stages(reading, options, report, times);
    stages.ifPresent(found -> MemorySuffices.check(model, found, options, report));
    if (stages.isEmpty() || report.hasErrors()) {
      return Compilation.NONE;
    }
    ModelInfo info = info(model, stages.get().forward());
    JavaFile file = times.of("source", () -> ModelEmitter.emit(info, stages.get().plan()));
    return new Compilation(file, info, stages.get());
  }

  /** The stages up to the plan; empty if the report has an error. */
  public static Optional<Stages> stages(ModelSpec model, CompilerOptions options, Report report) {
    return stages(Reading.of(model), options, report, new StageTimes());
  }

  private static Optional<Stages> stages(
      Reading reading, CompilerOptions options, Report report, StageTimes times) {
    ModelSpec model = reading.model();
    Composed composed = times.of("layers", () -> GraphMaker.make(model, report));
    GraphChecks.check(reading, composed, report);
    if (report.hasErrors()) {
      return Optional.empty();
    }
    return composed
        .graph()
        .map(graph -> times.of("plans", () -> Stages.of(model, verified(graph), options)));
  }

  private static Graph verified(Graph graph) {
    return Verifier.verify("layers", graph);
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
                    output.weight().value(),
                    output.metrics().stream().map(Value::value).toList(),
                    LossMaker.kind(output),
                    LossMaker.smoothing(output)))
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
