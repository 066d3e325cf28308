package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface InputLast {
  @Input(2)
  Tensor others();

  @Dense(units = 2)
  Tensor hidden();

  @Input(2)
  Tensor /* ERROR: INPUT_LAST "bits: the last layer is what the network answers" */ bits();
}
