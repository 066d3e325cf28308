package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.ExponentialDecay;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@ExponentialDecay(initialLearningRate = 0.1, decaySteps = /* ERROR: ATTRIBUTE_RANGE "decaySteps of @ExponentialDecay is 0; it must be at least 1" */ 0, decayRate = 0.9)
public interface DecayStepsRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
