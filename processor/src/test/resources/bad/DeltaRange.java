package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.LossOptions;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.HUBER)
@LossOptions(delta = /* ERROR: ATTRIBUTE_RANGE "delta of @LossOptions is 0; it must be finite and above 0" */ 0)
public interface DeltaRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
