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
public interface DotShape {
  @Input({4, 3})
  Tensor words();

  @Input({5, 3})
  Tensor others();

  @Dot(axes = {2, 1})
  Tensor product(Tensor words, Tensor /* ERROR: SHAPE_MISMATCH "Dot takes axes of one size, found 3 of [4,3] and 5 of [5,3]" */ others);

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
