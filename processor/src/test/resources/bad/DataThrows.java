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

@Network
@Train(
    loss = Loss.BINARY_CROSSENTROPY,
    data = DataThrows.Data/* ERROR: DATA_CONSTRUCTION "throws java.lang.Exception when it is made" */.class)
public interface DataThrows {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();

  final class Data implements Supplier<Dataset> {
    public Data() throws Exception {}

    @Override
    public Dataset get() {
      throw new IllegalStateException();
    }
  }
}
