package model;

import dev.annotron.CosineDecay;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
@CosineDecay(
    initialLearningRate =
        /* WARNING: LEARNING_RATE "initialLearningRate is 10, while @Adam usually learns with 0.000001 to 0.1" */ 10,
    decaySteps = 1000)
public interface LearningRateUnusualSchedule {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
