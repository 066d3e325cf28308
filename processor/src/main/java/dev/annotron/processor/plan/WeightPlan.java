package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where every parameter lies, one after another; gradients and optimizer state lie alike. */
public record WeightPlan(Map<String, Integer> offsets, int size) {

  public static WeightPlan plan(List<Node> parameters) {
    Map<String, Integer> offsets = new LinkedHashMap<>();
    int at = 0;
    for (Node parameter : parameters) {
      offsets.put(name(parameter), at);
      at = Math.addExact(at, parameter.shape().size());
    }
    return new WeightPlan(offsets, at);
  }

  /** The index of a parameter's first float. */
  public int offset(Node parameter) {
    return Known.get(offsets, name(parameter));
  }

  private static String name(Node parameter) {
    return ((Op.Parameter) parameter.op()).name();
  }
}
