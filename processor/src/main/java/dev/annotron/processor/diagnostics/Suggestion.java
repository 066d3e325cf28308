package dev.annotron.processor.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** The nearest of {@code known}, if it is near enough to be meant; the first of several. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    int tolerated = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(name -> distance(written, name) <= tolerated)
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /**
   * How many letters must be added, removed or replaced to make one name of the other (Levenshtein
   * 1966); letter case costs nothing.
   */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (sameLetter(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }

  private static boolean sameLetter(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
