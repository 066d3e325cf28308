package model;

import dev.annotron.Dense;
import dev.annotron.Frozen;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public /* WARNING: NOTHING_TRAINED "all weights are frozen, so training changes nothing" */ interface NothingTrained {
  @Input(2)
  Tensor bits();

  @Frozen
  @Dense(units = 1)
  Tensor answer();
}
