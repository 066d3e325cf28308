package dev.annotron.processor;

import dev.annotron.processor.emit.ModelInfo;
import dev.annotron.processor.ir.Graph;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import dev.annotron.processor.plan.Compute;
import dev.annotron.processor.plan.Cost;
import dev.annotron.processor.plan.MemoryPlan;
import dev.annotron.processor.plan.MemoryPlan.Slot;
import dev.annotron.processor.plan.Reasons;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler knows of a network, as one HTML page: its layers, its memory, and how each
 * operation is computed and why.
 */
final class ReportPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      svg { max-width: 100%; height: auto; }
      svg text { font-size: 11px; text-anchor: middle; fill: CanvasText; }
      svg .name { font-size: 13px; font-weight: 600; }
      svg .arrow { fill: none; stroke: GrayText; stroke-width: 1.5; }
      svg .layer { fill: #4a90d944; stroke: #4a90d9; }
      svg .input { fill: #4caf5044; stroke: #4caf50; }
      svg .backward { fill: #d9734a44; stroke: #d9734a; }
      table { border-collapse: collapse; font-size: 13px; }
      td, th { text-align: left; padding: 2px 10px 2px 0; border-bottom: 1px solid #8884; vertical-align: top; }
      pre { overflow: auto; padding: 0.6rem; background: #8882; }
      """;

  private final ModelInfo model;
  private final Stages stages;
  private final Reasons reasons;
  private final StringBuilder page = new StringBuilder();

  private ReportPage(ModelInfo model, Stages stages, Compute compute) {
    this.model = model;
    this.stages = stages;
    this.reasons = new Reasons(stages.plan().kernels(), model.batchSize(), compute);
  }

  static String of(ModelInfo model, Stages stages, Compute compute) {
    return new ReportPage(model, stages, compute).page();
  }

  private String page() {
    String title = escaped(model.className());
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(title)
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(title)
        .append("</h1>\n");
    page.append("<h2>Layers</h2>\n").append(LayerPicture.svg(model.layers()));
    page.append("<details><summary>The same for Mermaid</summary>\n<pre>")
        .append(escaped(LayerPicture.mermaid(model.layers())))
        .append("</pre></details>\n");
    section("Prediction", stages.predict(), stages.plan().predictMemory());
    stages.plan().evaluate().ifPresent(plan -> section("Evaluation", plan.graph(), plan.memory()));
    section("Training step", stages.train(), stages.plan().trainMemory());
    return page.append("</body>\n</html>\n").toString();
  }

  private void section(String title, Graph graph, MemoryPlan memory) {
    long apart = memory.slots().keySet().stream().mapToLong(node -> node.shape().size()).sum();
    page.append("<h2>").append(title).append("</h2>\n<p>");
    page.append(
        String.format(
            Locale.ROOT,
            "Work memory: %,d floats per sample (%,d if nothing shared memory) and %,d for all, %s the heap. A bar is a tensor: from left to right the operations during which it is kept, from top to bottom its place.</p>\n",
            memory.size(),
            apart,
            memory.sharedSize(),
            stages.plan().kernels().offHeap() ? "off" : "on"));
    page.append(MemoryPicture.svg(graph, memory));
    page.append(
        "<table>\n<tr><th>Layer</th><th>Operation</th><th>Result</th><th>Memory</th><th>FLOPs</th><th>Computed</th><th>Why</th></tr>\n");
    graph.nodes().forEach(node -> row(node, memory));
    page.append("</table>\n");
  }

  private void row(Node node, MemoryPlan memory) {
    String layer = node.origin().layer() + (node.origin().backward() ? " (backward)" : "");
    page.append("<tr>");
    cell(layer);
    cell(name(node));
    cell(node.shape().toString());
    cell(place("", memory.slots().get(node)) + place("behind ", memory.shared().get(node)));
    cell(String.format(Locale.ROOT, "%,d", Cost.flops(node)));
    cell(reasons.kernels().way(node).name().toLowerCase(Locale.ROOT));
    cell(reasons.why(node));
    page.append("</tr>\n");
  }

  private void cell(String text) {
    page.append("<td>").append(escaped(text)).append("</td>");
  }

  private static String place(String word, @Nullable Slot slot) {
    return slot == null ? "" : word + slot.at() + "–" + (slot.at() + slot.size());
  }

  /** An operation's name, with that of what it reads from outside. */
  static String name(Node node) {
    return switch (node.op()) {
      case Op.Parameter parameter -> "Parameter " + parameter.name();
      case Op op -> op.getClass().getSimpleName();
    };
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
