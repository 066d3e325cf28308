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
public interface ShapeWindow {
  @Input({4, 6, 2})
  Tensor picture();

  @Conv2D(filters = 3, kernelSize = /* ERROR: SHAPE_WINDOW "a window reaches over 5 values and axis 1 has 4 (picture[4,6,2] → changed); make kernelSize smaller or set padding = Padding.SAME" */ 5, activation = Activation.RELU)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
