package dev.annotron.benchmarks.networks;

import dev.annotron.Activation;
import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** {@link Digits} with metrics. */
@Network
@Train(
    loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = {Metric.ACCURACY, Metric.F1_SCORE},
    batchSize = 32)
@Adam
public interface WatchedDigits {
  @Input(784)
  Tensor pixels();

  @Dense(units = 50, activation = Activation.SIGMOID)
  Tensor hidden();

  @Dense(units = 10, activation = Activation.SOFTMAX)
  Tensor digit();
}
