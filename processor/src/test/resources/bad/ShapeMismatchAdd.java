package model;

import dev.annotron.Activation;
import dev.annotron.Add;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ShapeMismatchAdd {
  @Input(2)
  Tensor bits();

  @Dense(units = 3)
  Tensor hidden();

  @Add
  Tensor sum(Tensor bits, Tensor /* ERROR: SHAPE_MISMATCH "sum: " */ hidden);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
