package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annotron.processor.emit.ModelInfo.LayerInfo;
import dev.annotron.processor.emit.ModelInfo.OutputInfo;
import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.LossKind;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.ir.Shape;
import dev.annotron.processor.plan.Cost;
import dev.annotron.processor.plan.ModelPlan;
import dev.annotron.processor.plan.UpdatePlan;
import dev.annotron.processor.plan.Way;
import dev.annotron.processor.plan.WeightPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What the generated class tells the runtime about its network. */
final class ArchitectureEmitter {
  private final ModelInfo model;
  private final ModelPlan plan;
  private final Map<String, String> constants;

  ArchitectureEmitter(ModelInfo model, ModelPlan plan, Map<String, String> constants) {
    this.model = model;
    this.plan = plan;
    this.constants = constants;
  }

  /** The method {@code architecture()} and those that it calls. */
  List<MethodSpec> emit() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(architecture());
    methods.addAll(
        Lists.methods(
            "parameters",
            RuntimeTypes.ARCHITECTURE.nestedClass("Parameter"),
            WeightPlan.ordered(plan.train().parameters()).stream().map(this::parameter).toList()));
    methods.addAll(
        Lists.methods(
            "layers",
            RuntimeTypes.ARCHITECTURE.nestedClass("Layer"),
            model.layers().stream().map(this::layer).toList()));
    LayoutEmitter predict = new LayoutEmitter(plan.predict(), plan.predictMemory());
    LayoutEmitter train = new LayoutEmitter(plan.train(), plan.trainMemory());
    methods.add(layout("predictLayout", predict.emit(Lists.strings(List.of()))));
    LayoutEmitter evaluate =
        plan.evaluate().map(own -> new LayoutEmitter(own.graph(), own.memory())).orElse(train);
    methods.add(layout("evaluateLayout", evaluate.emit(Lists.strings(List.of()))));
    methods.add(layout("differentiateLayout", train.emit(CodeBlock.of("layerSlots()"))));
    methods.addAll(Lists.methods("layerSlots", RuntimeTypes.SLOT, train.intactLayers()));
    return methods;
  }

  private MethodSpec architecture() {
    CodeBlock options =
        CodeBlock.of(
            "new $T().epochs($L).batchSize($L).shuffle($L)",
            RuntimeTypes.FIT_OPTIONS,
            model.epochs(),
            model.batchSize(),
            model.shuffle());
    List<CodeBlock> arguments =
        List.of(
            CodeBlock.of("$S", model.interfaceName()),
            CodeBlock.of("$S", model.fingerprint()),
            Lists.of(plan.predict().inputs().stream().map(this::input).toList()),
            Lists.of(model.outputs().stream().map(ArchitectureEmitter::output).toList()),
            CodeBlock.of("parameters()"),
            CodeBlock.of("$L", plan.weights().trained()),
            CodeBlock.of("layers()"),
            optimizer(),
            options,
            CodeBlock.of("$LL", model.seed()),
            CodeBlock.of("predictLayout()"),
            CodeBlock.of("evaluateLayout()"),
            CodeBlock.of("differentiateLayout()"));
    return MethodSpec.methodBuilder("architecture")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(RuntimeTypes.ARCHITECTURE)
        .addStatement(
            "return new $T(\n$L)", RuntimeTypes.ARCHITECTURE, CodeBlock.join(arguments, ",\n"))
        .build();
  }

  private static MethodSpec layout(String name, CodeBlock layout) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(RuntimeTypes.LAYOUT)
        .addStatement("return $L", layout)
        .build();
  }

  private CodeBlock input(Node node) {
    String name = ((Op.Input) node.op()).name();
    return CodeBlock.of(
        "new $T.Input($L, $L)",
        RuntimeTypes.ARCHITECTURE,
        shaped(name, node.shape()),
        model.ids().getOrDefault(name, 0));
  }

  private static CodeBlock shaped(String name, Shape shape) {
    return CodeBlock.of(
        "new $T.Shaped($S, $L)", RuntimeTypes.ARCHITECTURE, name, dimensions(shape));
  }

  private static CodeBlock output(OutputInfo output) {
    List<CodeBlock> metrics =
        output.metrics().stream()
            .map(metric -> MetricNames.of(metric, output.loss()))
            .map(name -> CodeBlock.of("$T.$L", RuntimeTypes.METRIC_FUNCTION, name))
            .toList();
    return CodeBlock.of(
        "new $T.Output($L, $T.$L, $L, $T.of($L)$L)",
        RuntimeTypes.ARCHITECTURE,
        shaped(output.name(), output.shape()),
        RuntimeTypes.LOSS_FUNCTION,
        output.loss(),
        output.weight(),
        List.class,
        CodeBlock.join(metrics, ", "),
        numbers(output));
  }

  /** The numbers of a loss, if they are not the usual ones. */
  private static CodeBlock numbers(OutputInfo output) {
    LossKind kind = output.kind();
    return kind.isUsual() && output.smoothing() == 0
        ? CodeBlock.of("")
        : CodeBlock.of(
            ", new $T.LossNumbers($Lf, $Lf, $Lf)",
            RuntimeTypes.ARCHITECTURE,
            (float) kind.shape(),
            (float) kind.balance(),
            (float) output.smoothing());
  }

  private CodeBlock parameter(Node node) {
    Op.Parameter parameter = (Op.Parameter) node.op();
    return CodeBlock.of(
        "new $T.Parameter($S, $L, $L, $T.$L, $L, $L)",
        RuntimeTypes.ARCHITECTURE,
        parameter.name(),
        dimensions(parameter.shape()),
        Known.get(constants, parameter.name()),
        RuntimeTypes.INITIALIZATION,
        parameter.initializer(),
        parameter.fanIn(),
        parameter.fanOut());
  }

  private CodeBlock layer(LayerInfo layer) {
    List<Node> nodes =
        plan.predict().nodes().stream()
            .filter(node -> node.origin().layer().equals(layer.name()))
            .toList();
    int parameters =
        nodes.stream()
            .filter(node -> node.op() instanceof Op.Parameter)
            .mapToInt(node -> node.shape().size())
            .sum();
    return CodeBlock.of(
        "new $T.Layer($S, $S, $L, $L, $L, $LL, $S)",
        RuntimeTypes.ARCHITECTURE,
        layer.name(),
        layer.kind(),
        dimensions(layer.shape()),
        Lists.strings(layer.inputs()),
        parameters,
        nodes.stream().mapToLong(Cost::flops).sum(),
        ways(nodes));
  }

  private String ways(List<Node> nodes) {
    String ways =
        nodes.stream()
            .map(plan.kernels()::way)
            .filter(way -> way != Way.FREE)
            .map(way -> way.name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(", "));
    return ways.isEmpty() ? "-" : ways;
  }

  private CodeBlock optimizer() {
    UpdatePlan update = model.update();
    if (update.schedule().isEmpty() && update.accumulation() == 1) {
      return CodeBlock.of(
          "new $T.Optimizer($S, $L, $L, $L)",
          RuntimeTypes.ARCHITECTURE,
          update.name(),
          update.slots(),
          Expressions.number(update.optimizer().learningRate()),
          Lists.strings(update.settings()));
    }
    return CodeBlock.of(
        "new $T.Optimizer($S, $L, $L, $L, $L)",
        RuntimeTypes.ARCHITECTURE,
        update.name(),
        update.slots(),
        Lists.strings(update.settings()),
        schedule(update),
        update.accumulation());
  }

  private static CodeBlock schedule(UpdatePlan update) {
    if (update.schedule().isEmpty()) {
      double learningRate = update.optimizer().learningRate();
      return CodeBlock.of("new $T.Constant($L)", RuntimeTypes.SCHEDULE, learningRate);
    }
    UpdatePlan.Schedule schedule = update.schedule().get();
    List<CodeBlock> constants = schedule.constants().stream().map(Lists::constant).toList();
    return CodeBlock.of(
        "new $T.$L($L)", RuntimeTypes.SCHEDULE, schedule.kind(), CodeBlock.join(constants, ", "));
  }

  private static CodeBlock dimensions(Shape shape) {
    return Lists.numbers(shape.dimensions());
  }
}
