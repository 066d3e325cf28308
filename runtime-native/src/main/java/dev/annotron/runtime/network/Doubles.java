package dev.annotron.runtime.network;

/** Doubles as floats of 16 bits each, which every reader of weight files keeps exactly. */
final class Doubles {
  /** The floats of one double, its highest bits first. */
  static final int FLOATS = 4;

  private static final int BITS = 16;
  private static final long MASK = (1L << BITS) - 1;

  private Doubles() {}

  static float[] split(double[] values) {
    float[] parts = new float[values.length * FLOATS];
    for (int i = 0; i < parts.length; i++) {
      long bits = Double.doubleToRawLongBits(values[i / FLOATS]);
      parts[i] = (bits >>> ((FLOATS - 1 - i % FLOATS) * BITS)) & MASK;
    }
    return parts;
  }

  /** What {@link #split} made the floats of; of others, any doubles. */
  static double[] join(float[] parts) {
    double[] values = new double[parts.length / FLOATS];
    for (int i = 0; i < values.length; i++) {
      long bits = 0;
      for (int j = 0; j < FLOATS; j++) {
        bits = (bits << BITS) | ((long) parts[i * FLOATS + j] & MASK);
      }
      values[i] = Double.longBitsToDouble(bits);
    }
    return values;
  }
}
