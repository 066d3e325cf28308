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
public interface ReluRegression {
  @Input(2)
  Tensor recipe();

  @Dense(units = 1, activation = Activation/* WARNING: RELU_REGRESSION "strength: behind RELU no answer is negative, and with MEAN_SQUARED_ERROR" */.RELU)
  Tensor strength();
}
