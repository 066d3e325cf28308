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
public /* ERROR: SHAPE_OVERFLOW "the tensors together" */ interface ShapeOverflowTotal {
  @Input(Integer.MAX_VALUE)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
