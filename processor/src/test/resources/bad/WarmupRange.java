package model;

import dev.annotron.Activation;
import dev.annotron.CosineDecay;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@CosineDecay(initialLearningRate = 0, decaySteps = 9, warmupTarget = 0.1, warmupSteps = /* ERROR: ATTRIBUTE_RANGE "warmupSteps of @CosineDecay is 0; it must be above 0" */ 0)
public interface WarmupRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
