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
public interface GroupsRange {
  @Input({6, 5, 1})
  Tensor picture();

  @Conv2D(filters = 2, kernelSize = 3, groups = /* ERROR: ATTRIBUTE_RANGE "groups of @Conv2D is -1; it must be at least 1" */ -1, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
