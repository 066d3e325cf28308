package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface LayerSignatureGeneric {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  <T> Tensor /* ERROR: LAYER_SIGNATURE "hidden: nobody calls a layer, so it has no type parameters" */ hidden();

  @Dense(units = 1)
  Tensor answer();
}
