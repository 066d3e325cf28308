package dev.annotron.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Tables as text. Rows appear as soon as they are known. */
final class Markdown {
  private Markdown() {}

  static void title(String title) {
    System.out.println();
    System.out.println("## " + title);
    System.out.println();
  }

  static void head(List<String> names) {
    row(names);
    row(Collections.nCopies(names.size(), "---"));
  }

  static void row(List<String> cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
    System.out.flush();
  }

  /** Three digits, or all before the point; nothing for what is not there. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "" : Math.round(share * 100) + " %";
  }

  /** Whether a target is met, so that what is not stands out. */
  static String met(boolean met) {
    return met ? "yes" : "**no**";
  }
}
