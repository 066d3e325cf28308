package dev.annotron.examples.gates;

import static dev.annotron.Activation.SIGMOID;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** One neuron: it draws one line between the points that are 0 and those that are 1. */
@Network(seed = 1)
@Train(loss = Loss.BINARY_CROSSENTROPY, epochs = 5000, batchSize = 4)
@Sgd(learningRate = 0.1)
public interface Gate {
  @Input(2)
  Tensor bits();

  @Dense(units = 1, activation = SIGMOID)
  Tensor answer();
}
