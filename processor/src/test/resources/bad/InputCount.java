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
public interface InputCount {
  @Input(2)
  Tensor bits();

  @Add
  Tensor /* ERROR: INPUT_COUNT "@Add takes two or more inputs, found 1" */ sum();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
