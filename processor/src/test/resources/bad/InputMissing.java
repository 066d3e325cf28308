package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public /* ERROR: INPUT_MISSING "nothing says what a sample is" */ interface InputMissing {
  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
