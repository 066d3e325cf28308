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
@Train(loss = Loss.BINARY_FOCAL_CROSSENTROPY)
@LossOptions(gamma = /* ERROR: ATTRIBUTE_RANGE "gamma of @LossOptions is -1; it must be finite, and 0 or above" */ -1, alpha = /* ERROR: ATTRIBUTE_RANGE "alpha of @LossOptions is 2; it must be from 0 to 1" */ 2, labelSmoothing = /* ERROR: ATTRIBUTE_RANGE "labelSmoothing of @LossOptions is 1" */ 1)
public interface LossOptionRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
