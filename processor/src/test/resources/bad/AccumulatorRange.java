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
@Ftrl(initialAccumulatorValue = /* ERROR: ATTRIBUTE_RANGE "initialAccumulatorValue of @Ftrl is 0; it must be finite and above 0" */ 0)
public interface AccumulatorRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
