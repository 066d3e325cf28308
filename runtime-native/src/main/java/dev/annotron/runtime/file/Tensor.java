package dev.annotron.runtime.file;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A named tensor.
 *
 * @param shape the sizes of its axes, the last one fastest; empty for a single number
 * @param data its float32 in native byte order
 */
public record Tensor(String name, List<Integer> shape, MemorySegment data) {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if {@code data} has another size than {@code shape} says
   */
  public Tensor {
    shape = List.copyOf(shape);
    long bytes = Header.floats(shape) * Float.BYTES;
    if (data.byteSize() != bytes) {
      throw new IllegalArgumentException(
          "Tensor "
              + name
              + " has "
              + data.byteSize()
              + " bytes, expected "
              + bytes
              + " for the shape "
              + shape
              + ".");
    }
  }
}
