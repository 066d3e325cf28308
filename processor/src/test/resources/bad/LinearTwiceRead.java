package model;

import dev.annotron.Activation;
import dev.annotron.Add;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface LinearTwiceRead {
  @Input(2)
  Tensor bits();

  /* WARNING: LINEAR_TWICE "hidden: this layer is linear and so is what left makes of it" */ @Dense(units = 3)
  Tensor hidden();

  @Dense(units = 2, activation = Activation.RELU)
  Tensor left(Tensor hidden);

  @Dense(units = 2, activation = Activation.RELU)
  Tensor right(Tensor hidden);

  @Add
  Tensor sum(Tensor left, Tensor right);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
