package model;

import dev.annotron.Activation;
import dev.annotron.CosineDecay;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.InverseTimeDecay;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@CosineDecay(initialLearningRate = 0.1, decaySteps = 9)
/* ERROR: TRAINING_CONFLICT "@CosineDecay and @InverseTimeDecay" */ @InverseTimeDecay(initialLearningRate = 0.1, decaySteps = 9, decayRate = 0.5)
public interface TrainingConflictSchedules {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
