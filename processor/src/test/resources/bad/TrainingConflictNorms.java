package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxNorm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.UnitNorm;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface TrainingConflictNorms {
  @Input(2)
  Tensor bits();

  @MaxNorm
  /* ERROR: TRAINING_CONFLICT "answer: @MaxNorm and @UnitNorm exclude each other" */ @UnitNorm
  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
