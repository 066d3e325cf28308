package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Subtract;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.BINARY_CROSSENTROPY)
public interface SubtractInputs {
  @Input(2)
  Tensor bits();

  @Dense(units = 2)
  Tensor hidden();

  @Dense(units = 2)
  Tensor other(Tensor bits);

  @Subtract
  Tensor /* ERROR: INPUT_COUNT "takes two inputs, found 3" */ less(Tensor bits, Tensor hidden, Tensor other);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
