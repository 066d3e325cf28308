package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Ema;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@Ema(momentum = /* ERROR: ATTRIBUTE_RANGE "momentum of @Ema is 1" */ 1, overwriteFrequency = /* ERROR: ATTRIBUTE_RANGE "overwriteFrequency of @Ema is -1" */ -1)
public interface EmaRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
