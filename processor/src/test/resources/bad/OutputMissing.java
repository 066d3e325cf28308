package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.LossOptions;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.HUBER)
public interface OutputMissing {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.RELU)
  /* ERROR: OUTPUT_MISSING "hidden: @LossOptions are about the loss of an output, and this layer is none" */ @LossOptions(delta = 2)
  Tensor hidden();

  @Dense(units = 1)
  Tensor answer();
}
