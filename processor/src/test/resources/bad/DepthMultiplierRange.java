package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.SeparableConv2D;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface DepthMultiplierRange {
  @Input({6, 5, 1})
  Tensor picture();

  @SeparableConv2D(filters = 2, kernelSize = 3, depthMultiplier = /* ERROR: ATTRIBUTE_RANGE "depthMultiplier of @SeparableConv2D is 0; it must be at least 1" */ 0)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
