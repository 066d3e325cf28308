package dev.annotron.examples.xor;

import dev.annotron.runtime.Dataset;
import java.util.function.Supplier;

/** All there is to know about exclusive or. */
public final class TruthTable implements Supplier<Dataset> {
  @Override
  public Dataset get() {
    float[][] bits = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    return Dataset.of(bits, new float[] {0, 1, 1, 0});
  }
}
