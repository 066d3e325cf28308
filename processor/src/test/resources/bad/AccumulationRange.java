package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.GradientAccumulation;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
@GradientAccumulation(/* ERROR: ATTRIBUTE_RANGE "value of @GradientAccumulation is 1; it must be at least 2" */ 1)
public interface AccumulationRange {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
