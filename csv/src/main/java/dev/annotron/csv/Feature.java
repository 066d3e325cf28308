package dev.annotron.csv;

import java.util.ArrayList;
import java.util.List;

/** A column that has learned how it becomes features. */
sealed interface Feature {
  /** More categories than this are not listed in messages. */
  int SHOWN = 12;

  String column();

  Missing.Kind missing();

  /** How many features it becomes. */
  int width();

  /** The names of the features. */
  List<String> names();

  /** Writes the features of a sample; {@code missing} if it has no value. */
  void encode(Texts line, String text, boolean missing, float[] to, int at);

  /** What a file says of this column. */
  List<String> fields();

  /** Refuses a missing value. */
  static RuntimeException refused(Texts line, String column, String text, boolean number) {
    String policy = number ? "median()" : "constant(\"unknown\")";
    return line.wrong(
        column,
        text.isEmpty() ? "is empty" : "is \"" + text + "\", a missing value",
        "a value",
        "Fill it in, or choose a policy: missing(" + policy + ", \"" + column + "\").");
  }

  /**
   * A number: {@code (x - offset) / divisor}.
   *
   * @param fill what stands for a missing value; not used if such are refused
   */
  record OfNumber(String column, Missing.Kind missing, double fill, double offset, double divisor)
      implements Feature {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public List<String> names() {
      return List.of(column);
    }

    @Override
    public void encode(Texts line, String text, boolean missing, float[] to, int at) {
      double value = missing ? fill : line.number(column, text);
      to[at] = (float) ((value - offset) / divisor);
      if (!Float.isFinite(to[at])) {
        throw line.wrong(
            column,
            "is " + text + ", scaled " + to[at],
            "a number not so far from those of the training part",
            "Correct it.");
      }
    }

    @Override
    public List<String> fields() {
      return List.of(
          Coding.NUMBER.name(),
          column,
          missing.name(),
          Double.toString(fill),
          Double.toString(offset),
          Double.toString(divisor));
    }
  }

  /**
   * A category.
   *
   * @param fill the category that stands for a missing value; empty if such are refused
   * @param categories those of the training part, sorted
   */
  record OfCategory(
      String column, Missing.Kind missing, String fill, Coding coding, List<String> categories)
      implements Feature {
    @Override
    public int width() {
      return coding == Coding.ONE_HOT ? categories.size() : 1;
    }

    @Override
    public List<String> names() {
      if (coding == Coding.INDEX) {
        return List.of(column);
      }
      List<String> names = new ArrayList<>();
      for (String category : categories) {
        names.add(column + "=" + category);
      }
      return names;
    }

    @Override
    public void encode(Texts line, String text, boolean missing, float[] to, int at) {
      int number = categories.indexOf(missing ? fill : text);
      if (number < 0) {
        throw line.wrong(
            column,
            "is \"" + (missing ? fill : text) + "\", an unknown category",
            "one of the training part: " + shown(),
            "Correct it, or train on data that has it.");
      }
      if (coding == Coding.INDEX) {
        to[at] = number;
      } else {
        for (int i = 0; i < categories.size(); i++) {
          to[at + i] = i == number ? 1 : 0;
        }
      }
    }

    private String shown() {
      return categories.size() <= SHOWN
          ? categories.toString()
          : categories.subList(0, SHOWN) + " and " + (categories.size() - SHOWN) + " more";
    }

    @Override
    public List<String> fields() {
      List<String> fields = new ArrayList<>(List.of(coding.name(), column, missing.name(), fill));
      fields.addAll(categories);
      return fields;
    }
  }
}
