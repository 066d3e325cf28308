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
@Train(loss = Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
    metrics = Metric/* ERROR: METRIC_LOSS "class numbers; use ACCURACY, PRECISION, RECALL, F1_SCORE" */.MEAN_SQUARED_ERROR)
public interface MetricFewClasses {
  @Input(2)
  Tensor bits();

  @Dense(units = 3, activation = Activation.SOFTMAX)
  Tensor digit();
}
