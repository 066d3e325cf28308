package dev.annotron.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is predicted, and what counts as missing.
 *
 * @param targets the target columns
 * @param classNames the classes by number; null if targets are numbers
 * @param dropping the targets for whose missing value a line is left out
 * @param missingTexts the texts that stand for a missing value
 */
record Goal(
    List<String> targets,
    @Nullable List<String> classNames,
    Set<String> dropping,
    Set<String> missingTexts) {

  Goal withClasses(List<String> names) {
    return new Goal(targets, List.copyOf(names), dropping, missingTexts);
  }

  boolean missing(String text) {
    return missingTexts.contains(text);
  }

  /** Whether a line is left out because of its targets. */
  boolean drops(Texts line) {
    for (String target : dropping) {
      if (missing(line.text(target))) {
        return true;
      }
    }
    return false;
  }

  /** The targets of a sample. */
  void encode(Texts line, float[] to) {
    for (int i = 0; i < to.length; i++) {
      String column = targets.get(i);
      String text = present(line, column);
      to[i] = classNames == null ? line.number(column, text) : number(line, column, text);
    }
  }

  /** The text of a target, which must be there. */
  String present(Texts line, String column) {
    String text = line.text(column);
    if (missing(text)) {
      throw line.wrong(
          column,
          text.isEmpty() ? "is empty" : "is \"" + text + "\", a missing value",
          "a value, as the column is a target",
          "Fill it in, or leave such lines out with missing(dropRow(), \"" + column + "\").");
    }
    return text;
  }

  private int number(Texts line, String column, String text) {
    List<String> names = classNames == null ? new ArrayList<>() : classNames;
    int number = names.indexOf(text);
    if (number < 0) {
      throw line.wrong(
          column,
          "is \"" + text + "\", an unknown class",
          "one of the training part: " + names,
          "Correct it, or take care that the training part has all classes.");
    }
    return number;
  }
}
