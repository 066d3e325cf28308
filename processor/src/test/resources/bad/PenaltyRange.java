package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.L2;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface PenaltyRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  @L2(/* ERROR: ATTRIBUTE_RANGE "value of @L2 is -0.1; it must be finite, and 0 or above" */ -0.1)
  Tensor answer();
}
