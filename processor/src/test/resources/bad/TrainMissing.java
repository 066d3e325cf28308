package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Network;
import dev.annotron.Tensor;

@Network
public /* ERROR: TRAIN_MISSING "add @Train" */ interface TrainMissing {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
