package model;

import dev.annotron.Activation;
import dev.annotron.Conv2DTranspose;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface FiltersRange {
  @Input({6, 5, 1})
  Tensor picture();

  @Conv2DTranspose(filters = /* ERROR: ATTRIBUTE_RANGE "filters of @Conv2DTranspose is 0; it must be at least 1" */ 0, kernelSize = 3, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
