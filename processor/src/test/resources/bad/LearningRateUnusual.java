package model;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
@Adam(learningRate = /* WARNING: LEARNING_RATE "learningRate is 1, while @Adam usually learns with 0.000001 to 0.1" */ 1)
public interface LearningRateUnusual {
  @Input(2)
  Tensor recipe();

  @Dense(units = 1, activation = Activation.TANH)
  Tensor strength();
}
