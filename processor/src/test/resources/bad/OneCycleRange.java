package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.OneCycle;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@OneCycle(maxLearningRate = 0.1, totalSteps = /* ERROR: ATTRIBUTE_RANGE "totalSteps of @OneCycle is 1; it must be at least 2" */ 1, pctStart = /* ERROR: ATTRIBUTE_RANGE "pctStart of @OneCycle is 1; it must be above 0 and below 1" */ 1)
public interface OneCycleRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
