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
public interface SoftmaxUnits {
  @Input(2)
  Tensor bits();

  /* WARNING: SOFTMAX_UNITS "answer: softmax over one unit is always 1" */ @Dense(units = 1, activation = Activation.SOFTMAX)
  Tensor answer();
}
