package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss/* ERROR: LOSS_OUTPUT "it needs values of 0 or above" */.POISSON)
public interface LossOutputPoisson {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
