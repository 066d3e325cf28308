package dev.annotron.processor.diagnostics;

/** Values of attributes in messages: as people write them, and what a float makes of them. */
public final class Numbers {
  /** Whole numbers below it are written without an exponent. */
  private static final double LONGEST = 1e15;

  private Numbers() {}

  /**
   * What was found: {@code -1} and not {@code -1.0}; {@code 1e300, as a float infinite} where a
   * float is on another side of a border than the number that was written.
   */
  public static String found(Object value) {
    if (!(value instanceof Double number)) {
      return String.valueOf(value);
    }
    float rounded = number.floatValue();
    boolean moved = rounded == Math.rint(rounded) && number != Math.rint(number);
    if (Float.isInfinite(rounded) && !number.isInfinite()) {
      return plain(number) + ", as a float infinite";
    }
    return moved ? plain(number) + ", as a float " + plain(rounded) : plain(number);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < LONGEST
        ? String.valueOf((long) number)
        : String.valueOf(number).replace(".0E", "e").replace('E', 'e');
  }
}
