package dev.annotron.runtime.network;

/** Numbers that decide what is random in a step of training, by the step's number alone. */
public final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Draws() {}

  /**
   * The draw of a step, mixed as <a href="https://doi.org/10.1145/2660193.2660195">SplitMix64</a>
   * does.
   *
   * @param seed decides the whole sequence
   * @param step from 1
   */
  public static long of(long seed, long step) {
    long z = seed + step * GOLDEN_GAMMA;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
