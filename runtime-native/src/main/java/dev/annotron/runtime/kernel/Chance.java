package dev.annotron.runtime.kernel;

/**
 * What is random in a step of training, as a function of the step's draw, a salt of the layer's own
 * and the number of a value. Nothing is remembered: the backward pass asks again and gets the same.
 * Generated code calls these methods in its loops; the native library has the same bits.
 */
public final class Chance {
  /** The fractional digits of the golden ratio: multiples of it are spread evenly. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final float UNIT = 0x1p-24f;

  private Chance() {}

  /**
   * What multiplies a value in dropout: 0 if it is dropped, else the inverse of the chance to stay.
   *
   * @param rate the chance to be dropped; from 0 up to, not including, 1
   */
  public static float kept(long draw, int salt, int number, float rate) {
    return factor(key(draw, salt), number, threshold(rate), scale(rate));
  }

  static float factor(long key, int number, int threshold, float scale) {
    return bits(key, number) >>> 8 >= threshold ? scale : 0;
  }

  /** A number of the standard normal distribution, after Box and Muller. */
  public static float normal(long draw, int salt, int number) {
    return normal(key(draw, salt), number);
  }

  static float normal(long key, int number) {
    int bits = bits(key, number);
    double radius = ((bits >>> 8) + 1) * UNIT;
    double turn = (mixed(bits ^ (int) key) >>> 8) * UNIT;
    return (float) (Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * turn));
  }

  /** Draw and salt as two halves that the number is mixed with, one after the other. */
  static long key(long draw, int salt) {
    long z = draw + (salt + 1L) * GOLDEN;
    z = (z ^ z >>> 32) * GOLDEN;
    z = (z ^ z >>> 29) * GOLDEN;
    return z ^ z >>> 32;
  }

  /** The 24-bit number below which a value is dropped. */
  static int threshold(float rate) {
    return Math.round(rate / UNIT);
  }

  static float scale(float rate) {
    return (float) (1 / (1 - (double) rate));
  }

  private static int bits(long key, int number) {
    return mixed(mixed(number ^ (int) key) ^ (int) (key >>> 32));
  }

  /** The finaliser of MurmurHash3: each bit of the result depends on each bit of the argument. */
  private static int mixed(int value) {
    int x = (value ^ value >>> 16) * 0x85ebca6b;
    x = (x ^ x >>> 13) * 0xc2b2ae35;
    return x ^ x >>> 16;
  }
}
