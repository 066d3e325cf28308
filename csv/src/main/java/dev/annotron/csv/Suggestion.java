package dev.annotron.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a misspelt name. */
final class Suggestion {
  private Suggestion() {}

  /** The name that takes the fewest edits, if they are at most a third of its letters. */
  static Optional<String> closest(String found, List<String> names) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String name : names) {
      int edits = edits(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (edits < fewest && edits <= Math.max(1, name.length() / 3)) {
        best = name;
        fewest = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Levenshtein's distance: letters added, removed or changed. */
  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
