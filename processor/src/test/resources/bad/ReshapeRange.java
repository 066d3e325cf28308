package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Reshape;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ReshapeRange {
  @Input({6, 5, 2})
  Tensor picture();

  @Reshape({-1, /* ERROR: ATTRIBUTE_RANGE "value of @Reshape is -1; it must be at least 1, or -1 for at most one" */ -1})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
