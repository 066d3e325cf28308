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
public interface LayerAboveMissing {
  @Dense(units = 3)
  Tensor /* ERROR: LAYER_ABOVE_MISSING "move an @Input above it" */ hidden();

  @Input(2)
  Tensor bits();

  @Add
  Tensor sum(Tensor hidden, Tensor bits);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
