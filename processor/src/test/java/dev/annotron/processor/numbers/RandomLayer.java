package dev.annotron.processor.numbers;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws a layer of one kind with random attributes. */
@FunctionalInterface
interface RandomLayer {

  /**
   * Adds a layer that reads one tensor.
   *
   * @return the shape of its result; empty, with nothing added, if such a layer does not fit
   */
  Optional<List<Integer>> draw(
      NetworkBuilder network, Random random, String name, String input, List<Integer> shape);
}
