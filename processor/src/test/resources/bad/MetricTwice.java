package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(
    loss = Loss.MEAN_SQUARED_ERROR,
    metrics = {Metric.MEAN_ABSOLUTE_ERROR, Metric/* ERROR: METRIC_TWICE "MEAN_ABSOLUTE_ERROR is listed twice" */ .MEAN_ABSOLUTE_ERROR})
public interface MetricTwice {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
