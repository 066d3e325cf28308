package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface UnitsRange {
  @Input(2)
  Tensor bits();

  @Dense(units = /* ERROR: ATTRIBUTE_RANGE "units of @Dense is 0; it must be at least 1" */ 0, activation = Activation.RELU)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
