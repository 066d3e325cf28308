package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Cropping2D;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface CroppingRange {
  @Input({6, 5, 2})
  Tensor picture();

  @Cropping2D({1, /* ERROR: ATTRIBUTE_RANGE "value of @Cropping2D is -1; it must be 0 or more" */ -1})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
