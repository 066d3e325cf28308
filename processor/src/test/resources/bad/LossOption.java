package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.LossOptions;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@LossOptions(labelSmoothing = 0.1, delta = /* ERROR: LOSS_OPTION "BINARY_CROSSENTROPY has no delta; remove it" */ 2)
public interface LossOption {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
