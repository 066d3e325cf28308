package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network(name = /* ERROR: CLASS_NAME_INVALID "cannot be called" */ "record")
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface ClassNameRestricted {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
