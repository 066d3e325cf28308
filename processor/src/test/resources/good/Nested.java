package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.runtime.Dataset;
import java.util.function.Supplier;

/** Networks may be nested, may have helpers, and names may be of any script. */
final class Nested {
  @Network(name = "Größe", seed = -1)
  @Train(loss = Loss.MEAN_SQUARED_ERROR, data = Data.class)
  interface Net {
    int WIDTH = 3;

    @Input(WIDTH)
    Tensor größe();

    @Dense(units = 2 * WIDTH, activation = Activation.RELU)
    Tensor $hidden();

    @Dense(units = 1)
    Tensor _out();

    static int width() {
      return WIDTH;
    }

    default String description() {
      return "a network";
    }
  }

  static class Data implements Supplier<Dataset> {
    Data() {}

    @Override
    public Dataset get() {
      throw new IllegalStateException();
    }
  }
}
