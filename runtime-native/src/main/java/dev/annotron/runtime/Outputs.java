package dev.annotron.runtime;

import dev.annotron.runtime.network.Architecture;
import dev.annotron.runtime.text.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outputs of a network by name, for reading predictions, which hold them one after another.
 * Immutable.
 *
 * <pre>{@code
 * float[] prediction = network.predict(x);
 * float[] digit = DigitsNet.outputs().of(prediction, "digit");
 * }</pre>
 */
public final class Outputs {
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final int size;

  private record Place(int at, int size, List<Integer> shape) {}

  private Outputs(Architecture architecture) {
    int at = 0;
    for (Architecture.Output output : architecture.outputs()) {
      places.put(output.name(), new Place(at, output.size(), output.tensor().shape()));
      at += output.size();
    }
    this.size = at;
  }

  /** Those of a network. */
  public static Outputs of(Architecture architecture) {
    return new Outputs(architecture);
  }

  /** The names of the outputs, in the order in which a prediction holds them. */
  public List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(places.keySet()));
  }

  /**
   * The shape of an output, without the batch, such as {@code [28, 28, 1]}.
   *
   * @throws IllegalArgumentException if there is no such output; the message lists the names
   */
  public List<Integer> shape(String name) {
    return Names.get(places, name, "output").shape();
  }

  /**
   * One output of a prediction, its last axis fastest; a copy.
   *
   * @throws IllegalArgumentException if there is no such output, or if {@code prediction} has
   *     another length than those of this network
   */
  public float[] of(float[] prediction, String name) {
    Place place = Names.get(places, name, "output");
    check(prediction);
    return Arrays.copyOfRange(prediction, place.at(), place.at() + place.size());
  }

  /** One output of many predictions, a row each; see {@link #of(float[], String)}. */
  public float[][] of(float[][] predictions, String name) {
    float[][] rows = new float[predictions.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = of(predictions[i], name);
    }
    return rows;
  }

  /**
   * All outputs of a prediction by name, in order; copies.
   *
   * @throws IllegalArgumentException if {@code prediction} has another length than those of this
   *     network
   */
  public Map<String, float[]> split(float[] prediction) {
    check(prediction);
    Map<String, float[]> parts = new LinkedHashMap<>();
    places.forEach((name, _) -> parts.put(name, of(prediction, name)));
    return Collections.unmodifiableMap(parts);
  }

  private void check(float[] prediction) {
    if (prediction.length != size) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "a prediction of " + prediction.length + " values",
              size + ", of the outputs " + this,
              "Give what predict of this network gave."));
    }
  }

  /** Such as {@code "even[1], digit[10]"}. */
  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    places.forEach((name, place) -> texts.add(name + place.shape()));
    return String.join(", ", texts);
  }
}
