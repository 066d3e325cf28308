package dev.annotron.examples.gru;

import dev.annotron.Adam;
import dev.annotron.Dense;
import dev.annotron.Gru;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

/** The next value of a wave from the 30 values before it. */
@Network(seed = 1)
@Train(
    loss = Loss.MEAN_SQUARED_ERROR,
    metrics = Metric.MEAN_ABSOLUTE_ERROR,
    epochs = 20,
    batchSize = 32)
@Adam(learningRate = 0.005)
public interface Forecast {
  @Input({30, 1})
  Tensor wave();

  @Gru(units = 16)
  Tensor memory();

  @Dense(units = 1)
  Tensor next();
}
