package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
@Sgd(learningRate = /* ERROR: ATTRIBUTE_RANGE "learningRate of @Sgd is 1e-60, as a float 0; it must be finite and above 0" */ 1e-60)
public interface LearningRateRounded {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
