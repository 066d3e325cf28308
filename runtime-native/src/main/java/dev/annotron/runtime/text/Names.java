package dev.annotron.runtime.text;

import dev.annotron.runtime.AnnotronException;
import java.util.Map;

/** Looks things up by name, and says which names there are if one is wrong. */
public final class Names {
  private Names() {}

  /** The value of {@code name}, or an {@link IllegalArgumentException} that lists the names. */
  public static <T> T get(Map<String, T> byName, String name, String what) {
    T value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          AnnotronException.message(
              "there is no " + what + " \"" + name + "\"",
              "one of " + byName.keySet(),
              "Names are those of the network's layers and metrics."));
    }
    return value;
  }
}
