package dev.annotron.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.annotron.processor.emit.ModelInfo.LayerInfo;
import dev.annotron.processor.emit.ModelInfo.OutputInfo;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.plan.ModelPlan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The generated class's Javadoc: what the network is. */
final class ClassDoc {
  private ClassDoc() {}

  static CodeBlock of(ModelInfo model, ModelPlan plan) {
    CodeBlock.Builder doc = CodeBlock.builder();
    doc.add("The network described by {@link $L}, compiled.\n\n<pre>\n", model.interfaceName());
    int width = model.layers().stream().mapToInt(layer -> layer.name().length()).max().orElse(0);
    for (LayerInfo layer : model.layers()) {
      String inputs = layer.inputs().isEmpty() ? "" : "from " + String.join(", ", layer.inputs());
      String row =
          "%s  %-12s %-14s %s"
              .formatted(
                  layer.name() + " ".repeat(width - layer.name().length()),
                  layer.kind(),
                  layer.shape(),
                  inputs);
      doc.add("$L\n", row.stripTrailing());
    }
    Graph graph = plan.predict();
    doc.add("</pre>\n\n<p>Inputs: $L. ", tensors(graph, graph.inputs()));
    doc.add("Outputs: $L. ", outputs(model, OutputInfo::tensor));
    doc.add("$L weights; loss $L.\n", plan.weights().size(), outputs(model, OutputInfo::lossText));
    return doc.build();
  }

  private static String outputs(ModelInfo model, Function<OutputInfo, String> text) {
    return model.outputs().stream().map(text).collect(Collectors.joining(", "));
  }

  private static String tensors(Graph graph, List<Node> nodes) {
    return nodes.stream()
        .map(node -> graph.layerOf(node) + node.shape())
        .collect(Collectors.joining(", "));
  }
}
