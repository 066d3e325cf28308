package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Metric;
import dev.annotron.Network;
import dev.annotron.Output;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface OutputRange {
  /* ERROR: MODIFIER_LAYER "nothing to say about @Input" */ @Output
  @Input(2)
  Tensor bits();

  @Output(
      loss = {Loss.MEAN_SQUARED_ERROR, Loss/* ERROR: ATTRIBUTE_RANGE "2 losses; it must be one" */.MEAN_ABSOLUTE_ERROR},
      weight = /* ERROR: ATTRIBUTE_RANGE "weight of @Output is -0.5" */ -0.5)
  @Dense(units = 3)
  Tensor first();

  @Output(metrics = Metric/* ERROR: METRIC_LOSS "MEAN_ABSOLUTE_ERROR" */.ACCURACY, loss = Loss.MEAN_ABSOLUTE_ERROR)
  @Dense(units = 3)
  Tensor second();

  @Dense(units = 1)
  Tensor answer();
}
