package model;

import dev.annotron.Activate;
import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
public interface ActivationTwice {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.SOFTMAX)
  Tensor scores();

  @Activate(Activation/* WARNING: ACTIVATION_TWICE "classes: scores has been through SOFTMAX already" */ .SOFTMAX)
  Tensor classes();
}
