package dev.annotron.examples.lstm;

import static dev.annotron.Activation.SOFTMAX;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The 28 rows of a picture one after another; the state after the last says the digit. */
@Network(seed = 1)
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric.ACCURACY,
    epochs = 3,
    batchSize = 64)
@Adam
public interface Rows {
  @Input({28, 28})
  Tensor rows();

  @Lstm(units = 128)
  Tensor memory();

  @Dense(units = 10, activation = SOFTMAX)
  Tensor digit();
}
