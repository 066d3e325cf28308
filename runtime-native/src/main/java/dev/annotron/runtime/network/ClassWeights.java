package dev.annotron.runtime.network;

import dev.annotron.runtime.DataException;
import dev.annotron.runtime.Dataset;
import java.util.List;
import java.util.Map;

/** How much a sample counts for its class, as Keras's {@code class_weight} has it. */
final class ClassWeights {
  private final Map<Integer, Double> weights;

  private ClassWeights(Map<Integer, Double> weights) {
    this.weights = weights;
  }

  /**
   * The data with the weights of its samples' classes.
   *
   * @throws DataException if samples have no class of their own, or weights already, or if there is
   *     a weight for a class that no sample can have
   */
  static Dataset weigh(Architecture architecture, Dataset data, Map<Integer, Double> weights) {
    check(architecture.outputs(), data);
    check(architecture.outputs().getFirst(), weights);
    ClassWeights classes = new ClassWeights(weights);
    float[] each = new float[data.size()];
    float[] target = new float[data.targetCount()];
    for (int i = 0; i < each.length; i++) {
      data.copyY(i, target, 0);
      each[i] = classes.of(target);
    }
    return data.weighted(each);
  }

  private static void check(List<Architecture.Output> outputs, Dataset data) {
    if (outputs.size() > 1) {
      throw new DataException(
          "there are class weights, and " + outputs.size() + " outputs " + outputs,
          "one output, whose classes they are",
          "Give the samples weights: data.weighted(...).");
    }
    Architecture.Output output = outputs.getFirst();
    if (output.size() != output.tensor().shape().getLast()) {
      throw new DataException(
          "there are class weights, and the output " + output + " has several classes per sample",
          "one class per sample",
          "Give the samples weights: data.weighted(...).");
    }
    if (data.isWeighted()) {
      throw new DataException(
          "there are class weights, and weights of the samples",
          "one of the two",
          "Multiply the samples' weights by those of their classes.");
    }
  }

  private static void check(Architecture.Output output, Map<Integer, Double> weights) {
    int classes = classes(output);
    for (int number : weights.keySet()) {
      if (number >= classes) {
        throw new DataException(
            "there is a weight for class " + number + ", and " + output + " has " + classes,
            "classes from 0 to " + (classes - 1),
            "Number the classes from 0, and leave out those that there are not.");
      }
    }
  }

  /** How many classes an output tells apart; the numbers of a regression have no end. */
  private static int classes(Architecture.Output output) {
    int columns = output.tensor().shape().getLast();
    return switch (TargetRule.of(output)) {
      case TargetRule.Classes classes -> classes.count();
      case TargetRule.Labels _, TargetRule.Sides _ when columns == 1 -> 2;
      case null, default -> columns > 1 ? columns : Integer.MAX_VALUE;
    };
  }

  private float of(float[] target) {
    return weights.getOrDefault(number(target), 1.0).floatValue();
  }

  private static int number(float[] target) {
    if (target.length == 1) {
      return Math.round(target[0]);
    }
    int largest = 0;
    for (int i = 1; i < target.length; i++) {
      largest = target[i] > target[largest] ? i : largest;
    }
    return largest;
  }
}
