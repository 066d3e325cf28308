package dev.annotron.runtime.network;

/** What is made of the counts of one class; 0 where it would be 0 / 0. */
enum Rate {
  PRECISION,
  RECALL,
  F1_SCORE;

  /**
   * The rate.
   *
   * @param both samples that are of the class and were taken for it
   * @param taken samples that were taken for it
   * @param real samples that are of the class
   */
  double of(long both, long taken, long real) {
    return switch (this) {
      case PRECISION -> taken == 0 ? 0 : (double) both / taken;
      case RECALL -> real == 0 ? 0 : (double) both / real;
      case F1_SCORE -> both == 0 ? 0 : 2.0 * both / (taken + real);
    };
  }
}
