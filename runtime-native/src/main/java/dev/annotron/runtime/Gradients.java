package dev.annotron.runtime;

import dev.annotron.runtime.text.Names;
import dev.annotron.runtime.text.Numbers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mean loss of a batch, and its derivatives by every weight. Immutable. */
public final class Gradients implements Iterable<Gradient> {
  private final double loss;
  private final Map<String, Gradient> byName = new LinkedHashMap<>();

  /** Made by {@link Model#gradients}; {@code gradients} in the order of the weights. */
  public Gradients(double loss, List<Gradient> gradients) {
    this.loss = loss;
    for (Gradient gradient : gradients) {
      byName.put(gradient.name(), gradient);
    }
  }

  /** The mean loss of the batch. */
  public double loss() {
    return loss;
  }

  /** The names of the weights, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The derivatives by the weight of a name.
   *
   * @throws IllegalArgumentException if there is no such weight; the message lists the names
   */
  public Gradient get(String name) {
    return Names.get(byName, name, "gradient");
  }

  @Override
  public Iterator<Gradient> iterator() {
    return new ArrayList<>(byName.values()).iterator();
  }

  @Override
  public String toString() {
    return "loss: " + Numbers.text(loss) + ", gradients of " + names();
  }
}
