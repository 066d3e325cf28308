package dev.annotron.examples.xor;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SIGMOID;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Two bits in, out comes the probability that they differ. */
@Network(seed = 7)
@Train(loss = Loss.BINARY_CROSSENTROPY, epochs = 1000, batchSize = 4, data = TruthTable.class)
@Sgd(learningRate = 0.1)
public interface Xor {
  @Input(2)
  Tensor bits();

  @Dense(units = 8, activation = RELU)
  Tensor hidden();

  @Dense(units = 1, activation = SIGMOID)
  Tensor answer();
}
