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
public interface InputParameter {
  @Input(2)
  Tensor /* ERROR: INPUT_COUNT "bits: @Input takes no input, found 1; remove the parameters" */ bits(int a);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
