package dev.annotron.examples.overfitting;

import static dev.annotron.Activation.RELU;
import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Dropout;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The same, where pixels and half of the hidden values are dropped by chance in each step. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 60,
    batchSize = 32)
@Adam
public interface Dropping {
  @Input(784)
  Tensor pixels();

  @Dropout(0.3)
  Tensor seen();

  @Dense(units = 128, activation = RELU)
  Tensor hidden();

  @Dropout(0.5)
  Tensor kept();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
