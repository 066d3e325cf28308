package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxPool1D;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ShapeWindowPool {
  @Input({3, 2})
  Tensor picture();

  @MaxPool1D(poolSize = /* ERROR: SHAPE_WINDOW "a window reaches over 4 values and axis 1 has 3 (picture[3,2] → changed); make poolSize smaller or set padding = Padding.SAME" */ 4)
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
