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
@Train(loss = Loss.BINARY_CROSSENTROPY)
@Adam(learningRate = /* ERROR: ATTRIBUTE_RANGE "learningRate of @Adam is 1e39, as a float infinite" */ 1e39)
public interface LearningRateInfinite {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
