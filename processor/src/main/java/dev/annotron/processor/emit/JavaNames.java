package dev.annotron.processor.emit;

import java.util.Locale;

/** Names in generated code, made of the names of layers and weights. */
final class JavaNames {
  private JavaNames() {}

  /** {@code unit1/hidden} as {@code unit1Hidden}. */
  static String variable(String layer) {
    int slash = layer.indexOf('/');
    return slash < 0
        ? layer
        : layer.substring(0, slash) + capitalized(variable(layer.substring(slash + 1)));
  }

  /** {@code unit1/hiddenLayer/kernel} as {@code UNIT1_HIDDEN_LAYER_KERNEL}. */
  static String constant(String weight) {
    return weight
        .replace('/', '_')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** {@code hidden} as {@code Hidden}. */
  static String capitalized(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + name.substring(Character.charCount(first));
  }
}
