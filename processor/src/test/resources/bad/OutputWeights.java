package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface OutputWeights {
  @Input(2)
  Tensor bits();

  @Output(weight = /* ERROR: OUTPUT_WEIGHTS "the loss of every output has weight 0" */ 0)
  @Dense(units = 1)
  Tensor answer();
}
