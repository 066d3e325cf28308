package dev.annotron.examples.ensemble;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** 28 × 28 pixels in, the probabilities of the ten digits out; too small to be good alone. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 30,
    batchSize = 32)
@Adam
public interface Reader {
  @Input(784)
  Tensor pixels();

  @Dense(units = 12, activation = RELU)
  Tensor hidden();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
