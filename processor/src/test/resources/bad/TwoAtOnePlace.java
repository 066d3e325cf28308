package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Network;
import dev.annotron.Tensor;

@Network
public /* ERROR: TRAIN_MISSING "[ANNOTRON-INPUT-MISSING]" */ interface TwoAtOnePlace {
  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
