package model;

import dev.annotron.Activation;
import dev.annotron.Concatenate;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ShapeAxis {
  @Input(2)
  Tensor bits();

  @Dense(units = 2)
  Tensor hidden();

  @Concatenate(axis = /* ERROR: SHAPE_AXIS "use 1, or -1 for the last; axis 0 is the batch" */ 0)
  Tensor both(Tensor bits, Tensor hidden);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
