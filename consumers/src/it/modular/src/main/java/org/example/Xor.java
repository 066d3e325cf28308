package org.example;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Exclusive or. */
@Network(seed = 7)
@Train(loss = Loss.BINARY_CROSSENTROPY, epochs = 20, batchSize = 4, data = TruthTable.class)
@Sgd(learningRate = 0.1)
public interface Xor {
  @Input(2)
  Tensor bits();

  @Dense(units = 8, activation = Activation.RELU)
  Tensor hidden();

  @Dense(units = 1, activation = Activation.SIGMOID)
  Tensor answer();
}
