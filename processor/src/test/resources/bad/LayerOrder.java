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
public interface LayerOrder {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  Tensor hidden(Tensor /* ERROR: LAYER_ORDER "answer is declared below; move it above hidden" */ answer);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
