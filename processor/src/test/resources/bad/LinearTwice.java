package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface LinearTwice {
  @Input({2, 3})
  Tensor marks();

  @Flatten
  Tensor flat();

  /* WARNING: LINEAR_TWICE "hidden: this layer is linear and so is what answer makes of it" */ @Dense(units = 3)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
