package model;

import dev.annotron.Activation;
import dev.annotron.AdamW;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@AdamW(weightDecay = /* ERROR: ATTRIBUTE_RANGE "weightDecay of @AdamW is -0.1; it must be finite, and 0 or above" */ -0.1)
public interface WeightDecayRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
