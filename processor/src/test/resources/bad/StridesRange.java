package model;

import dev.annotron.AveragePool2D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface StridesRange {
  @Input({6, 5, 1})
  Tensor picture();

  @AveragePool2D(strides = /* ERROR: ATTRIBUTE_RANGE "strides of @AveragePool2D is 0; it must be at least 1" */ 0)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
