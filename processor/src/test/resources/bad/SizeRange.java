package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;
import dev.annotron.UpSampling2D;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface SizeRange {
  @Input({6, 5, 1})
  Tensor picture();

  @UpSampling2D(size = {2, /* ERROR: ATTRIBUTE_RANGE "size of @UpSampling2D is 0; it must be at least 1" */ 0})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
