package model;

import dev.annotron.Activation;
import dev.annotron.Conv1D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface KernelSizeCount {
  @Input({6, 5})
  Tensor picture();

  @Conv1D(filters = 3, kernelSize = /* ERROR: ATTRIBUTE_COUNT "kernelSize of @Conv1D has 2 numbers; write one number" */ {3, 3}, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
