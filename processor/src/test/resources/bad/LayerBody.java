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
public interface LayerBody {
  @Input(2)
  Tensor bits();

  /* ERROR: LAYER_BODY "found a default method; remove body and default, or remove @Dense" */ @Dense(units = 3)
  default Tensor hidden() {
    throw new IllegalStateException();
  }

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
