package model;

import dev.annotron.Dense;
import dev.annotron.Dot;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface DotAxis {
  @Input({4, 3})
  Tensor words();

  @Input({5, 3})
  Tensor others();

  @Dot(axes = /* ERROR: SHAPE_AXIS "axes of @Dot must be from 1 to 2, or -1 for the last, found [0, 3]" */ {0, 3})
  Tensor product(Tensor words, Tensor others);

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
