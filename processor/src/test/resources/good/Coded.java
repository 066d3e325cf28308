package model;

import dev.annotron.Activation;
import dev.annotron.Concatenate;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** A class that is called like the one nested in it, and a loss over two joined probabilities. */
@Network(name = "Code")
@Train(loss = Loss.BINARY_CROSSENTROPY)
interface Coded {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor left(Tensor bits);

  @Dense(units = 2, activation = Activation.SOFTMAX)
  Tensor right(Tensor bits);

  @Concatenate
  Tensor both(Tensor left, Tensor right);
}
