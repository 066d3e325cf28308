package dev.annotron.runtime.file;

import java.util.List;
import java.util.Map;

/**
 * What a weight file says about itself before its numbers begin.
 *
 * @param metadata free text by name, in the order of the file
 * @param entries the tensors in the order in which their numbers lie, without gaps
 */
public record Header(Map<String, String> metadata, List<Entry> entries) {

  /** The name under which the metadata stands, which no tensor can have. */
  static final String METADATA = "__metadata__";

  /**
   * A tensor's name and shape.
   *
   * @param shape the sizes of its axes, the last one fastest
   */
  public record Entry(String name, List<Integer> shape) {

    /** The number of its floats. */
    public long floats() {
      return Header.floats(shape);
    }
  }

  /** The bytes of all tensors together. */
  public long dataBytes() {
    long sum = 0;
    for (Entry entry : entries) {
      sum = Math.addExact(sum, Math.multiplyExact(entry.floats(), (long) Float.BYTES));
    }
    return sum;
  }

  /** The product of a shape; throws ArithmeticException if it overflows. */
  static long floats(List<Integer> shape) {
    long product = 1;
    for (int size : shape) {
      product = Math.multiplyExact(product, (long) size);
    }
    return product;
  }
}
