package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ShapeOverflow {
  @Input(2)
  Tensor bits();

  /* ERROR: SHAPE_OVERFLOW "make it smaller" */ @Dense(units = 2_000_000_000, activation = Activation.RELU)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
