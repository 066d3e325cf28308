package dev.annotron.runtime.network;

import dev.annotron.runtime.AnnotronException;
import dev.annotron.runtime.Weight;
import dev.annotron.runtime.Weights;
import dev.annotron.runtime.text.Names;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model's weights in its memory. */
final class StoredWeights implements Weights {
  private final Map<String, Weight> byName = new LinkedHashMap<>();

  StoredWeights(Parts<?> parts) {
    for (Architecture.Parameter parameter : parts.architecture().parameters()) {
      byName.put(parameter.name(), new StoredWeight<>(parts, parameter));
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  @Override
  public Weight get(String name) {
    return Names.get(byName, name, "weight");
  }

  @Override
  public int size() {
    return byName.size();
  }

  @Override
  public Iterator<Weight> iterator() {
    return Collections.unmodifiableCollection(byName.values()).iterator();
  }

  @Override
  public String toString() {
    return byName.values().toString();
  }

  private record StoredWeight<S>(Parts<S> parts, Architecture.Parameter parameter)
      implements Weight {

    @Override
    public String name() {
      return parameter.name();
    }

    @Override
    public List<Integer> shape() {
      return parameter.shape();
    }

    @Override
    public int size() {
      return parameter.size();
    }

    @Override
    public float[] toArray() {
      float[] values = new float[size()];
      parts.storage().read(parts.weights(), parameter.at(), values, 0, values.length);
      return values;
    }

    @Override
    public void set(float[] values) {
      if (values.length != size()) {
        throw bad(
            "there are " + values.length + " values for " + this,
            Integer.toString(size()),
            "Give them row-major, last axis fastest.");
      }
      int wrong = Finite.first(values, 0, values.length);
      if (wrong >= 0) {
        throw bad(
            "value " + wrong + " for " + this + " is " + values[wrong],
            "finite numbers",
            "Nothing was changed.");
      }
      parts.storage().write(values, 0, parts.weights(), parameter.at(), values.length);
    }

    @Override
    public String toString() {
      return name() + shape();
    }

    private static IllegalArgumentException bad(String found, String expected, String mend) {
      return new IllegalArgumentException(AnnotronException.message(found, expected, mend));
    }
  }
}
