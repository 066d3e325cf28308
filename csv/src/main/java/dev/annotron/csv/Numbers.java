package dev.annotron.csv;

import java.util.regex.Pattern;

/** Numbers as data files write them; Java's own parser also takes {@code 1f} and {@code 0x1p3}. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

  private Numbers() {}

  static boolean isNumber(String text) {
    return NUMBER.matcher(text.strip()).matches();
  }

  /** The number; NaN if the text is none, infinite if float32 cannot hold it. */
  static float parse(String text) {
    return isNumber(text) ? Float.parseFloat(text.strip()) : Float.NaN;
  }
}
