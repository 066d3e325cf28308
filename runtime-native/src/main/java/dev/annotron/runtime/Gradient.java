package dev.annotron.runtime;

import java.util.List;

/** The derivatives of the loss by one weight tensor. Immutable. */
public final class Gradient {
  private final String name;
  private final List<Integer> shape;
  private final float[] values;

  /** Keeps a copy of {@code values}, row-major. */
  public Gradient(String name, List<Integer> shape, float[] values) {
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values.clone();
  }

  /** The weight's name, such as {@code "hidden/kernel"}. */
  public String name() {
    return name;
  }

  /** The weight's shape. */
  public List<Integer> shape() {
    return shape;
  }

  /** A copy of the values, row-major (last axis fastest). */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public String toString() {
    return name + shape;
  }
}
