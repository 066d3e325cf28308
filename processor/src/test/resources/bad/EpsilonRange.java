package model;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@Adam(epsilon = /* ERROR: ATTRIBUTE_RANGE "epsilon of @Adam is 0" */ 0)
public interface EpsilonRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
