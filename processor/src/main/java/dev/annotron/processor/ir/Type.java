package dev.annotron.processor.ir;

/**
 * The type of a node: a shape, and whether there is one such tensor for each sample of the batch or
 * one for all.
 */
public record Type(Shape shape, boolean batched) {
  public static Type perSample(Shape shape) {
    return new Type(shape, true);
  }

  public static Type shared(Shape shape) {
    return new Type(shape, false);
  }

  @Override
  public String toString() {
    return batched ? "batch×" + shape : shape.toString();
  }
}
