package dev.annotron.examples.exam;

import static dev.annotron.Activation.SIGMOID;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Sgd;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** Two marks in, the probability of a pass out; one line parts the passes from the fails. */
@Network(seed = 3)
@Train(loss = Loss.BINARY_CROSSENTROPY, epochs = 2000, batchSize = 8)
@Sgd(learningRate = 0.01)
public interface ExamLine {
  @Input(2)
  Tensor marks();

  @Dense(units = 1, activation = SIGMOID)
  Tensor pass();
}
