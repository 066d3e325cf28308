package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.RmsProp;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@RmsProp(rho = /* ERROR: ATTRIBUTE_RANGE "rho of @RmsProp is 1; it must be at least 0 and below 1" */ 1)
public interface RhoRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
