package model;

import dev.annotron.Activation;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(
    loss = Loss.CATEGORICAL_CROSSENTROPY,
    metrics = Metric/* ERROR: METRIC_LOSS "digit[5] has no more" */.TOP_K_CATEGORICAL_ACCURACY)
public interface MetricTopK {
  @Input(2)
  Tensor bits();

  @Dense(units = 5, activation = Activation.SOFTMAX)
  Tensor digit();
}
