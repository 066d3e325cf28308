package dev.annotron.csv;

import dev.annotron.runtime.DataException;

/**
 * What becomes of a missing value: an empty field, or a text that {@link Recipe#missingTexts}
 * names. A fill is learned on the training part and used everywhere. Unless something else is
 * chosen, a missing value is refused: nothing is filled or left out in silence.
 */
public final class Missing {
  private static final Missing REFUSE = new Missing(Kind.REFUSE, Fits.ALL, "");
  private static final Missing DROP_ROW = new Missing(Kind.DROP_ROW, Fits.ALL, "");
  private static final Missing MEAN = new Missing(Kind.MEAN, Fits.NUMBERS, "");
  private static final Missing MEDIAN = new Missing(Kind.MEDIAN, Fits.NUMBERS, "");

  private final Kind kind;
  private final Fits fits;
  private final String constant;

  private Missing(Kind kind, Fits fits, String constant) {
    this.kind = kind;
    this.fits = fits;
    this.constant = constant;
  }

  /** The columns that a policy is for. */
  private enum Fits {
    ALL,
    NUMBERS,
    CATEGORIES
  }

  /** The policies; their names stand in files. */
  enum Kind {
    REFUSE,
    DROP_ROW,
    MEAN,
    MEDIAN,
    CONSTANT
  }

  /** Fails with file, line and column. */
  public static Missing refuse() {
    return REFUSE;
  }

  /** Leaves the line out, when learning and when encoding. A single sample is refused. */
  public static Missing dropRow() {
    return DROP_ROW;
  }

  /** Puts in the mean of the column's values in the training part. */
  public static Missing mean() {
    return MEAN;
  }

  /**
   * Puts in the median of the column's values in the training part; of an even number of values the
   * mean of the two in the middle.
   */
  public static Missing median() {
    return MEDIAN;
  }

  /**
   * Puts in a number.
   *
   * @throws DataException if it is not a finite float32
   */
  public static Missing constant(double value) {
    if (!Float.isFinite((float) value)) {
      throw new DataException(
          "The fill for missing values is " + value, "a finite number", "Try 0.");
    }
    return new Missing(Kind.CONSTANT, Fits.NUMBERS, Double.toString(value));
  }

  /** Puts in a text, which is then a category like the others. */
  public static Missing constant(String category) {
    return new Missing(Kind.CONSTANT, Fits.CATEGORIES, category);
  }

  /** Whether columns of this coding can have the policy. */
  boolean fits(Coding coding) {
    return switch (fits) {
      case ALL -> true;
      case NUMBERS -> coding == Coding.NUMBER;
      case CATEGORIES -> coding != Coding.NUMBER;
    };
  }

  /** Whether it makes no value up, as targets need it. */
  boolean fillsNothing() {
    return fits == Fits.ALL;
  }

  Kind kind() {
    return kind;
  }

  String constant() {
    return constant;
  }

  /** Such as {@code median()}. */
  @Override
  public String toString() {
    return switch (kind) {
      case REFUSE -> "refuse()";
      case DROP_ROW -> "dropRow()";
      case MEAN -> "mean()";
      case MEDIAN -> "median()";
      case CONSTANT -> "constant(" + constant + ")";
    };
  }
}
