package model;

import dev.annotron.Activation;
import dev.annotron.BatchNorm;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface MomentumRangeBatchNorm {
  @Input(2)
  Tensor bits();

  @BatchNorm(momentum = /* ERROR: ATTRIBUTE_RANGE "momentum of @BatchNorm" */ 1.5)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
