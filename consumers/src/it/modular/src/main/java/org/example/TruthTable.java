package org.example;

import dev.annotron.runtime.Dataset;
import java.util.function.Supplier;

/** The four cases. */
public final class TruthTable implements Supplier<Dataset> {
  /** Where the generated class makes one. */
  public TruthTable() {}

  @Override
  public Dataset get() {
    float[][] bits = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    return Dataset.of(bits, new float[] {0, 1, 1, 0});
  }
}
