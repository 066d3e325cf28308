package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Ftrl;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@Ftrl(learningRatePower = /* ERROR: ATTRIBUTE_RANGE "learningRatePower of @Ftrl is 0.5; it must be finite, and 0 or below" */ 0.5)
public interface PowerRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
