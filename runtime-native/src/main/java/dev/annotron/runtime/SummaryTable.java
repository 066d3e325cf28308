package dev.annotron.runtime;

import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.text.Numbers;
import dev.annotron.runtime.text.Table;
import java.util.ArrayList;
import java.util.List;

/** The text of a {@link Summary}. */
final class SummaryTable {
  private SummaryTable() {}

  static String of(Summary summary) {
    List<String> lines = lines(summary);
    String rule = "-".repeat(width(lines));
    StringBuilder text = new StringBuilder("Network: ").append(summary.name()).append('\n');
    text.append(rule).append('\n').append(lines.getFirst()).append('\n').append(rule).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      text.append(line).append('\n');
    }
    text.append(rule).append('\n');
    text.append("parameters: ").append(Numbers.grouped(summary.parameters()));
    text.append(" (").append(Numbers.bytes(summary.weightBytes())).append(")\n");
    text.append("forward pass: ").append(Numbers.grouped(summary.flops()));
    text.append(" FLOPs per sample\n");
    text.append("optimizer: ").append(summary.optimizer()).append('\n');
    text.append("loss: ").append(summary.loss()).append('\n');
    text.append("training adds: ").append(Numbers.bytes(summary.trainingBytes()));
    text.append(", and ").append(Numbers.bytes(summary.sampleBytes()));
    return text.append(" per sample of a batch").toString();
  }

  /** Such as {@code "Adam(learningRate=0.001, beta1=0.9)"}. */
  static String optimizer(Architecture.Optimizer optimizer) {
    StringBuilder text = new StringBuilder(optimizer.name()).append("(learningRate=");
    text.append(optimizer.schedule());
    for (String setting : optimizer.settings()) {
      text.append(", ").append(setting);
    }
    return text.append(')').toString();
  }

  private static List<String> lines(Summary summary) {
    Table table = new Table(2);
    table.add(List.of("layer (kind)", "output shape", "parameters", "FLOPs", "computed"));
    for (Architecture.Layer layer : summary.layers()) {
      List<String> cells = new ArrayList<>();
      cells.add(layer.name() + " (" + layer.kind() + ")");
      cells.add(layer.shape().toString());
      cells.add(Numbers.grouped(layer.parameters()));
      cells.add(Numbers.grouped(layer.flops()));
      cells.add(layer.computed());
      table.add(cells);
    }
    return table.render();
  }

  private static int width(List<String> lines) {
    int width = 0;
    for (String line : lines) {
      width = Math.max(width, line.length());
    }
    return width;
  }
}
