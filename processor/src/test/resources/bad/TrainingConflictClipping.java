package model;

import dev.annotron.Activation;
import dev.annotron.ClipNorm;
import dev.annotron.ClipValue;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@ClipNorm(1)
/* ERROR: TRAINING_CONFLICT "@ClipNorm and @ClipValue exclude each other" */ @ClipValue(0.5)
public interface TrainingConflictClipping {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
