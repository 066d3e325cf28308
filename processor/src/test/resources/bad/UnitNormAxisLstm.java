package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Lstm;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.UnitNorm;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface UnitNormAxisLstm {
  @Input({5, 2})
  Tensor steps();

  @Lstm(units = 3)
  @UnitNorm(
      axis = /* ERROR: SHAPE_AXIS "axis of @UnitNorm is 2; it must be axes of the kernel[2,12]" */ 2)
  Tensor state();

  @Dense(units = 1)
  Tensor answer();
}
