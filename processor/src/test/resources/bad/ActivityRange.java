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
public interface ActivityRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  @L2(
      value = 0,
      activity = /* ERROR: ATTRIBUTE_RANGE "activity of @L2 is -0.5; it must be finite, and 0" */ -0.5)
  Tensor answer();
}
