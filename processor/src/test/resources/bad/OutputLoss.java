package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface OutputLoss {
  @Input(2)
  Tensor bits();

  @Output(loss = Loss/* ERROR: LOSS_OUTPUT "does not fit the output sign" */.BINARY_CROSSENTROPY)
  @Dense(units = 3, activation = Activation.TANH)
  Tensor sign();

  @Dense(units = 1)
  Tensor answer();
}
