package dev.annotron.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sizes of a tensor's axes, outermost first, without the batch; rank 0 is a single number. */
public record Shape(List<Integer> dimensions) {
  public static final Shape SCALAR = new Shape(List.of());

  public Shape {
    dimensions = List.copyOf(dimensions);
  }

  public static Shape of(Integer... dimensions) {
    return new Shape(List.of(dimensions));
  }

  public int rank() {
    return dimensions.size();
  }

  /** The number of values; exact, and an {@link ArithmeticException} beyond an int. */
  public int size() {
    return product(dimensions);
  }

  /** The size of the last axis; 1 for a single number. */
  public int last() {
    return rank() == 0 ? 1 : dimensions.getLast();
  }

  public int dimension(int axis) {
    return dimensions.get(axis);
  }

  /** The same shape with another size along one axis. */
  public Shape with(int axis, int size) {
    List<Integer> changed = new ArrayList<>(dimensions);
    changed.set(axis, size);
    return new Shape(changed);
  }

  /** How many values one step along {@code axis} passes: the product of the axes inside it. */
  public int stride(int axis) {
    return product(dimensions.subList(axis + 1, rank()));
  }

  /** The product of the axes outside {@code axis}. */
  public int outer(int axis) {
    return product(dimensions.subList(0, axis));
  }

  private static int product(List<Integer> factors) {
    int product = 1;
    for (int factor : factors) {
      product = Math.multiplyExact(product, factor);
    }
    return product;
  }

  /** As people write it: {@code [28,28,1]}. */
  @Override
  public String toString() {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
