package dev.annotron.examples.overfitting;

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

/** A network with room to learn three hundred digits by heart. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 60,
    batchSize = 32)
@Adam
public interface Plain {
  @Input(784)
  Tensor pixels();

  @Dense(units = 128, activation = RELU)
  Tensor hidden();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
