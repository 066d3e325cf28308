package dev.annotron.processor.ir;

import java.util.Map;

/** Maps that are known to have an entry: that one is missing is a defect of the compiler. */
public final class Known {
  private Known() {}

  /**
   * The value for a key.
   *
   * @throws IllegalStateException if there is none
   */
  public static <K, V> V get(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("nothing is known of " + key);
    }
    return value;
  }
}
