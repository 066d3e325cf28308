package model;

import dev.annotron.Activation;
import dev.annotron.Conv2D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ShapeGroups {
  @Input({6, 6, 4})
  Tensor picture();

  @Conv2D(filters = 6, kernelSize = 3, groups = /* ERROR: SHAPE_GROUPS "4 channels and 6 filters cannot both be divided into 3 groups (picture[6,6,4] → changed); take a number that divides both" */ 3, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
