package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

public final class PrivateInterface {
  @Network
  @Train(loss = Loss.BINARY_CROSSENTROPY)
  private /* ERROR: PRIVATE_INTERFACE "Xor is private" */ interface Xor {
    @Input(2)
    Tensor bits();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Tensor answer();
  }
}
