package org.example;

import com.google.auto.service.AutoService;
import dev.annotron.runtime.Dataset;
import java.util.function.Supplier;
import lombok.NoArgsConstructor;

/** The four cases; one processor makes its constructor, another announces it as a service. */
@AutoService(Supplier.class)
@NoArgsConstructor
public final class TruthTable implements Supplier<Dataset> {
  @Override
  public Dataset get() {
    float[][] bits = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    return Dataset.of(bits, new float[] {0, 1, 1, 0});
  }
}
