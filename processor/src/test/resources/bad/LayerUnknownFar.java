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
public interface LayerUnknownFar {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  Tensor hidden(Tensor /* ERROR: LAYER_UNKNOWN "there is no layer shortcut; layers above are bits" */ shortcut);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
