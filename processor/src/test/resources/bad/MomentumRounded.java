package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
@Sgd(momentum = /* ERROR: ATTRIBUTE_RANGE "momentum of @Sgd is 0.9999999999, as a float 1; it must be at least 0 and below 1" */ 0.9999999999)
public interface MomentumRounded {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
