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
public interface ShapeEmpty {
  @Input({6, 5, 2})
  Tensor picture();

  @Cropping2D(/* ERROR: SHAPE_EMPTY "axis 0 has 6 values, of which 6 are cut off, so nothing is left" */ {3, 1})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
