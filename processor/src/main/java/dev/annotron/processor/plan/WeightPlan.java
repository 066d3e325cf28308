package dev.annotron.processor.plan;

import dev.annotron.processor.ir.Known;
import dev.annotron.processor.ir.Node;
import dev.annotron.processor.ir.Op;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where every parameter lies: first those that the optimizer trains, then those that a step updates
 * by itself, then the frozen ones. Gradients lie alike, with the next values of updated parameters
 * in the places of these.
 *
 * @param trained the floats that the optimizer trains
 * @param updated the floats behind them that a step updates by itself
 */
public record WeightPlan(Map<String, Integer> offsets, int size, int trained, int updated) {

  public static WeightPlan plan(List<Node> parameters) {
    Map<String, Integer> offsets = new LinkedHashMap<>();
    int at = 0;
    for (Node parameter : ordered(parameters)) {
      offsets.put(op(parameter).name(), at);
      at = Math.addExact(at, parameter.shape().size());
    }
    int trained = floats(parameters, Op.Change.TRAINED);
    return new WeightPlan(offsets, at, trained, floats(parameters, Op.Change.UPDATED));
  }

  /** Parameters in the order in which they lie. */
  public static List<Node> ordered(List<Node> parameters) {
    return parameters.stream()
        .sorted(Comparator.comparing(parameter -> op(parameter).change()))
        .toList();
  }

  /** The index of a parameter's first float. */
  public int offset(Node parameter) {
    return Known.get(offsets, op(parameter).name());
  }

  private static int floats(List<Node> parameters, Op.Change change) {
    return parameters.stream()
        .filter(parameter -> op(parameter).change() == change)
        .mapToInt(parameter -> parameter.shape().size())
        .sum();
  }

  private static Op.Parameter op(Node parameter) {
    return (Op.Parameter) parameter.op();
  }
}
