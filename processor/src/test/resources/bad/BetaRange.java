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
@Adam(beta1 = /* ERROR: ATTRIBUTE_RANGE "beta1 of @Adam is 1.5" */ 1.5)
public interface BetaRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
