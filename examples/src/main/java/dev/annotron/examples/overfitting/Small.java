package dev.annotron.examples.overfitting;

import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The same without the hidden layer: a thirteenth of the weights. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 60,
    batchSize = 32)
@Adam
public interface Small {
  @Input(784)
  Tensor pixels();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
