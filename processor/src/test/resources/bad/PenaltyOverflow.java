package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.L1;
import dev.annotron.L2;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface PenaltyOverflow {
  @Input(2)
  Tensor bits();

  @L1(/* ERROR: ATTRIBUTE_RANGE "value of @L1 is 1e300, as a float infinite; it must be finite, and 0 or above" */ 1e300)
  @L2(/* ERROR: ATTRIBUTE_RANGE "value of @L2 is -1; it must be finite" */ -1)
  @Dense(units = 1)
  Tensor answer();
}
