package model;

import dev.annotron.Activation;
import dev.annotron.CosineDecay;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@Sgd(learningRate = /* ERROR: LEARNING_RATE_TWICE "@CosineDecay says the learning rate" */ 0.1)
@CosineDecay(initialLearningRate = 0.1, decaySteps = 9)
public interface LearningRateTwice {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
