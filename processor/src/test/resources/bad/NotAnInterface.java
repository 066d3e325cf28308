package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public abstract /* ERROR: NOT_AN_INTERFACE "describes an interface, found class NotAnInterface" */ class NotAnInterface {
  @Input(2)
  abstract Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  abstract Tensor answer();
}
