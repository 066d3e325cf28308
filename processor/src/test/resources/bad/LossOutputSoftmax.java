package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss/* ERROR: LOSS_OUTPUT "activation = SOFTMAX" */.SPARSE_CATEGORICAL_CROSSENTROPY)
public interface LossOutputSoftmax {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.SIGMOID)
  Tensor answer();
}
