package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.GroupNorm;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface GroupsDivide {
  @Input(2)
  Tensor bits();

  @GroupNorm(groups = /* ERROR: ATTRIBUTE_RANGE "a divisor of the 2 channels" */ 3)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
