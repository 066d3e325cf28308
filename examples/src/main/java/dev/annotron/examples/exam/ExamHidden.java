package dev.annotron.examples.exam;

import static dev.annotron.Activation.SIGMOID;
import static dev.annotron.Activation.TANH;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The same with a hidden layer, which can bend the line. */
@Network(seed = 3)
@Train(loss = Loss.BINARY_CROSSENTROPY, epochs = 5000, batchSize = 8)
@Sgd(learningRate = 0.05)
public interface ExamHidden {
  @Input(2)
  Tensor marks();

  @Dense(units = 16, activation = TANH)
  Tensor hidden();

  @Dense(units = 1, activation = SIGMOID)
  Tensor pass();
}
