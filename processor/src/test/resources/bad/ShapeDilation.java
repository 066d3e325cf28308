package model;

import dev.annotron.Activation;
import dev.annotron.Conv2D;
import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Padding;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ShapeDilation {
  @Input({4, 6, 2})
  Tensor picture();

  @Conv2D(
      filters = 2,
      kernelSize = 3,
      padding = Padding.SAME,
      dilationRate = /* ERROR: SHAPE_DILATION "taps of a window are 9 values apart and axis 1 has 4" */ 9,
      activation = Activation.RELU)
  Tensor edges();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
