package dev.annotron.runtime;

import java.util.List;

/** The weights of a model, in the order in which they lie in memory: a live view. */
public interface Weights extends Iterable<Weight> {

  /** The names, such as {@code "hidden/kernel"}, in order. */
  List<String> names();

  /**
   * The tensor of a name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  Weight get(String name);

  /** The number of tensors. */
  int size();
}
