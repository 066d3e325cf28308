package dev.annotron.processor.numbers;

import dev.annotron.runtime.network.Draws;
import java.util.SplittableRandom;

/** What is random in the steps of a model, by the seed that the model was made with. */
final class StepDraw {
  private StepDraw() {}

  /**
   * The draw of a step, from 1. Two streams of numbers are split off first: for the weights, and
   * for the order of samples.
   */
  static long of(long seed, int step) {
    SplittableRandom random = new SplittableRandom(seed);
    random.split();
    random.split();
    return Draws.of(random.nextLong(), step);
  }
}
