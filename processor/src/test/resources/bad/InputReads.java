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
public interface InputReads {
  @Input(2)
  Tensor bits();

  @Input(2)
  Tensor /* ERROR: INPUT_COUNT "@Input takes no input, found 1" */ more(Tensor bits);

  @Concatenate
  Tensor both(Tensor bits, Tensor more);

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
