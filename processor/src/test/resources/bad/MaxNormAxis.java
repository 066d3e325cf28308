package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxNorm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface MaxNormAxis {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  @MaxNorm(
      axis = /* ERROR: SHAPE_AXIS "axis of @MaxNorm is 2; it must be axes of the kernel[2,1]" */ 2)
  Tensor answer();
}
