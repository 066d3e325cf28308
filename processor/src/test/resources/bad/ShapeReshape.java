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
public interface ShapeReshape {
  @Input({6, 5, 2})
  Tensor picture();

  @Reshape(/* ERROR: SHAPE_RESHAPE "changed: the new shape [6,9] cannot hold the 60 values of [6,5,2] (picture[6,5,2] → changed); the product of the sizes must be 60" */ {6, 9})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
