package model;

import dev.annotron.Activate;
import dev.annotron.Activation;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public /* WARNING: NOTHING_TRAINED "no layer has weights, so training changes nothing" */ interface NoWeights {
  @Input(2)
  Tensor bits();

  @Activate(Activation.SIGMOID)
  Tensor answer();
}
