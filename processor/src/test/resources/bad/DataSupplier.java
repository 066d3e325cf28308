package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import java.util.function.Supplier;

@Network
@Train(
    loss = Loss.BINARY_CROSSENTROPY,
    data = DataSupplier.Data/* ERROR: DATA_SUPPLIER "data class Data must implement Supplier<Dataset>" */.class)
public interface DataSupplier {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();

  final class Data implements Supplier<String> {
    @Override
    public String get() {
      return "";
    }
  }
}
