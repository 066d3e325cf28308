package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Rescaling;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface RescalingRange {
  @Input(2)
  Tensor bits();

  @Rescaling(scale = /* ERROR: ATTRIBUTE_RANGE "scale of @Rescaling" */ 1e300)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
