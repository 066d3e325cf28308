package model;

import dev.annotron.Activation;
import dev.annotron.AdamW;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.WeightDecay;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@AdamW
/* ERROR: TRAINING_CONFLICT "@AdamW and @WeightDecay exclude each other" */ @WeightDecay(0.1)
public interface TrainingConflictDecay {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
