package dev.annotron.report;

import java.util.List;
import java.util.Locale;

/**
 * The colours of pictures, by what they are for. In SVG they are CSS variables, which a page may
 * set anew for a dark screen; a picture of its own has their values written in.
 */
enum Ink {
  SURFACE("#ffffff", "#1b1c1e"),
  RAISED("#f4f5f7", "#27292c"),
  TEXT("#16181d", "#f1f2f4"),
  MUTED("#5b616e", "#a7adb8"),
  GRID("#e4e6ea", "#34373c"),
  AXIS("#a9afb9", "#5d636d"),
  // Of like lightness, and told apart with any kind of colour vision in this order.
  BLUE("#2a78d6", "#4f95e8"),
  ORANGE("#e0662b", "#ec7d45"),
  GREEN("#14966a", "#2bb586"),
  PURPLE("#7a5ccf", "#9c83e6"),
  PINK("#d1478b", "#e570a9"),
  GOLD("#b98900", "#d6a62a"),
  CYAN("#0f93b0", "#35b3cf"),
  GREY("#6c7480", "#969eab");

  private static final List<Ink> SERIES =
      List.of(BLUE, ORANGE, GREEN, PURPLE, PINK, GOLD, CYAN, GREY);

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The colours of classes and lines, in order. */
  static List<Ink> series() {
    return SERIES;
  }

  /** The value, such as {@code "#2a78d6"}. */
  String value(boolean onDark) {
    return onDark ? dark : light;
  }

  /** The variable's name, such as {@code "--blue"}. */
  String variable() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }

  /** As an attribute's value: {@code "var(--blue)"}. */
  @Override
  public String toString() {
    return "var(" + variable() + ")";
  }

  /** Text with every variable replaced by its value. */
  static String resolve(String text, boolean onDark) {
    String resolved = text;
    for (Ink ink : values()) {
      resolved = resolved.replace(ink.toString(), ink.value(onDark));
    }
    return resolved;
  }

  /** The declarations of all variables, for a style sheet. */
  static String declarations(boolean onDark) {
    StringBuilder text = new StringBuilder();
    for (Ink ink : values()) {
      text.append(ink.variable()).append(':').append(ink.value(onDark)).append(';');
    }
    return text.toString();
  }

  /** Red, green and blue, from 0 to 255, as on a light ground. */
  int rgb() {
    return Integer.parseInt(light, 1, light.length(), 16);
  }
}
