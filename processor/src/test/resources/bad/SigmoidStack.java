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
public interface SigmoidStack {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.SIGMOID)
  Tensor hidden1();

  @Dense(units = 3, activation = Activation.SIGMOID)
  Tensor hidden2();

  @Dense(units = 3, activation = Activation.SIGMOID)
  Tensor hidden3();

  @Dense(units = 1, activation = Activation/* WARNING: SIGMOID_STACK "answer: this is layer 4 in a row with sigmoid" */.SIGMOID)
  Tensor answer();
}
