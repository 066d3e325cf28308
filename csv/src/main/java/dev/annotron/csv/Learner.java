package dev.annotron.csv;

import dev.annotron.runtime.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Learns one column, in two passes over the training part: its values first, then its scale. */
abstract sealed class Learner {
  final String column;
  final Missing policy;

  private Learner(String column, Missing policy) {
    this.column = column;
    this.policy = policy;
  }

  static Learner of(String column, Coding coding, Missing policy, Scale scale) {
    if (!policy.fits(coding)) {
      throw unfit(column, coding, policy);
    }
    return coding == Coding.NUMBER
        ? new OfNumber(column, policy, scale)
        : new OfCategory(column, policy, coding);
  }

  private static DataException unfit(String column, Coding coding, Missing policy) {
    return coding == Coding.NUMBER
        ? new DataException(
            "Column \"" + column + "\" holds numbers and has the policy " + policy,
            "a number for missing values",
            "Use constant(0), or name the column in oneHot(...) or index(...).")
        : new DataException(
            "Column \"" + column + "\" holds categories and has the policy " + policy,
            "refuse(), dropRow() or constant(\"...\")",
            "Categories are no numbers: use a category of its own, such as \"unknown\".");
  }

  String column() {
    return column;
  }

  /** Whether a line without a value is left out. */
  boolean drops() {
    return policy.kind() == Missing.Kind.DROP_ROW;
  }

  /** Takes a line in the first pass. */
  abstract void learn(Texts line, String text, boolean missing);

  /** What was learned in the first pass. */
  abstract Feature feature();

  /** Takes the encoded value of a line in the second pass. */
  abstract void scale(double value);

  /** What was learned in both. */
  abstract Feature scaled();

  void refuse(Texts line, String text, boolean missing) {
    if (missing && policy.kind() == Missing.Kind.REFUSE) {
      throw Feature.refused(line, column, text, this instanceof OfNumber);
    }
  }

  /** A column of numbers; holds them only if their median is asked for. */
  private static final class OfNumber extends Learner {
    private final Scale scale;
    private final List<Float> values = new ArrayList<>();
    private double sum;
    private long present;

    private double mean;
    private double squares;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private long count;

    OfNumber(String column, Missing policy, Scale scale) {
      super(column, policy);
      this.scale = scale;
    }

    @Override
    void learn(Texts line, String text, boolean missing) {
      refuse(line, text, missing);
      if (!missing) {
        float value = line.number(column, text);
        sum += value;
        present++;
        if (policy.kind() == Missing.Kind.MEDIAN) {
          values.add(value);
        }
      }
    }

    @Override
    Feature feature() {
      return new Feature.OfNumber(column, policy.kind(), fill(), 0, 1);
    }

    private double fill() {
      return switch (policy.kind()) {
        case REFUSE, DROP_ROW -> 0;
        case MEAN -> some() ? sum / present : 0;
        case MEDIAN -> some() ? median() : 0;
        case CONSTANT -> Double.parseDouble(policy.constant());
      };
    }

    private boolean some() {
      if (present == 0) {
        throw new DataException(
            "Column \"" + column + "\" has no value in the training part",
            "at least 1, to learn the fill " + policy + " from",
            "Use a constant, or leave the column out.");
      }
      return true;
    }

    private double median() {
      values.sort(null);
      int middle = values.size() / 2;
      double upper = values.get(middle);
      return values.size() % 2 == 1 ? upper : (values.get(middle - 1) + upper) / 2;
    }

    /** Welford's mean and sum of squares, which large offsets do not hurt. */
    @Override
    void scale(double value) {
      count++;
      double distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    /** A column that never changes is moved and not stretched. */
    @Override
    Feature scaled() {
      double stretch = scale == Scale.MIN_MAX ? most - least : Math.sqrt(squares / count);
      double divisor = most > least ? stretch : 1;
      return switch (scale) {
        case NONE -> feature();
        case STANDARD -> new Feature.OfNumber(column, policy.kind(), fill(), mean, divisor);
        case MIN_MAX -> new Feature.OfNumber(column, policy.kind(), fill(), least, divisor);
      };
    }
  }

  /** A column of categories. */
  private static final class OfCategory extends Learner {
    private final Coding coding;
    private final TreeSet<String> categories = new TreeSet<>();

    OfCategory(String column, Missing policy, Coding coding) {
      super(column, policy);
      this.coding = coding;
      if (policy.kind() == Missing.Kind.CONSTANT) {
        categories.add(policy.constant());
      }
    }

    @Override
    void learn(Texts line, String text, boolean missing) {
      refuse(line, text, missing);
      if (!missing) {
        categories.add(text);
      }
    }

    @Override
    Feature feature() {
      return new Feature.OfCategory(
          column, policy.kind(), policy.constant(), coding, List.copyOf(categories));
    }

    @Override
    void scale(double value) {
      // Categories have no scale.
    }

    @Override
    Feature scaled() {
      return feature();
    }
  }
}
