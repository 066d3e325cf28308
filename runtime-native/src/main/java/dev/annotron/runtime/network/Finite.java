package dev.annotron.runtime.network;

/** Looks for infinities and NaN. */
final class Finite {
  /** The exponent of a float; all ones in an infinity and in NaN. */
  static final int EXPONENT = 0x7f80_0000;

  private Finite() {}

  /** Whether all of {@code count} values are finite. */
  static boolean all(float[] values, int at, int count) {
    return first(values, at, count) < 0;
  }

  /** The index of the first value that is not finite, or -1. */
  static int first(float[] values, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if ((Float.floatToRawIntBits(values[i]) & EXPONENT) == EXPONENT) {
        return i;
      }
    }
    return -1;
  }
}
