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
    data = DataInterface.Data/* ERROR: DATA_CONSTRUCTION "Data is no class" */.class)
public interface DataInterface {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();

  interface Data extends Supplier<Dataset> {}
}
