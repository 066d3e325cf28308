package dev.annotron.runtime;

import java.util.List;

/** One weight tensor of a model, such as {@code "hidden/kernel"}: a live view. */
public interface Weight {

  /** The name: the layer's, a slash, and the tensor's role in it. */
  String name();

  /** The shape, such as {@code [784, 50]}. */
  List<Integer> shape();

  /** The number of values: the product of the shape. */
  int size();

  /** A copy of the values, row-major (last axis fastest). */
  float[] toArray();

  /**
   * Replaces the values. Not to be called while another thread predicts or trains.
   *
   * @param values row-major, as many as {@link #size()}
   * @throws IllegalArgumentException if the length is another, or a value is not finite; nothing is
   *     changed then
   */
  void set(float[] values);
}
