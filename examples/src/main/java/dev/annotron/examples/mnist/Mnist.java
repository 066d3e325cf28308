package dev.annotron.examples.mnist;

import static dev.annotron.Activation.SIGMOID;
import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 28 × 28 pixels in, the probabilities of the ten digits out. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 10,
    batchSize = 32)
@Adam
public interface Mnist {
  @Input(784)
  Tensor pixels();

  @Dense(units = 50, activation = SIGMOID)
  Tensor hidden();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
