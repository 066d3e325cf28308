package dev.annotron.runtime.network;

/** Looks for infinities and NaN. */
final class Finite {
  /** The exponent of a float; all ones in an infinity and in NaN. */
  private static final int EXPONENT = 0x7f80_0000;

  /** The lowest bit of the exponent; added to all ones, it reaches the sign. */
  private static final int CARRY = 0x0080_0000;

  private Finite() {}

  /** Negative for the bits of an infinity or NaN; without a branch. */
  static int spoilt(int bits) {
    return (bits & EXPONENT) + CARRY;
  }

  /** Whether all of {@code count} values are finite. */
  static boolean all(float[] values, int at, int count) {
    int spoilt = 0;
    for (int i = at; i < at + count; i++) {
      spoilt |= spoilt(Float.floatToRawIntBits(values[i]));
    }
    return spoilt >= 0;
  }

  /** The index of the first value that is not finite, or -1. */
  static int first(float[] values, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (!Float.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }
}
