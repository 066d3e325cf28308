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
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface OutputOwnLoss {
  @Input(2)
  Tensor bits();

  /* ERROR: OUTPUT_LOSS "sign: this output has no loss of its own, and BINARY_CROSSENTROPY of @Train does not fit sign[3]" */ @Output
  @Dense(units = 3, activation = Activation.TANH)
  Tensor sign();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
