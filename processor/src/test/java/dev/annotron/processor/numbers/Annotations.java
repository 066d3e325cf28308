package dev.annotron.processor.numbers;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/** What annotations say where nothing is written. */
final class Annotations {
  private Annotations() {}

  /** The defaults of an annotation, by attribute. */
  static Map<String, Object> defaults(String annotation) {
    try {
      Map<String, Object> defaults = new TreeMap<>();
      for (Method attribute : Class.forName("dev.annotron." + annotation).getDeclaredMethods()) {
        if (attribute.getDefaultValue() != null) {
          defaults.put(attribute.getName(), attribute.getDefaultValue());
        }
      }
      return defaults;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
