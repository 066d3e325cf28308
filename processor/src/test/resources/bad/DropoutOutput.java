package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface DropoutOutput {
  @Input(2)
  Tensor recipe();

  @Dense(units = 1, activation = Activation.TANH)
  Tensor strength();

  /* WARNING: DROPOUT_OUTPUT "dropped: @Dropout makes a part of the network's answers 0" */ @Dropout(0.5)
  Tensor dropped();
}
