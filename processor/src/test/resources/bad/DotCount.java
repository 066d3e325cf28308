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
public interface DotCount {
  @Input({4, 3})
  Tensor words();

  @Input({5, 3})
  Tensor others();

  @Dot(axes = /* ERROR: ATTRIBUTE_COUNT "axes of @Dot has 3 values; give one axis for both, or one for each" */ {1, 2, 2})
  Tensor product(Tensor words, Tensor others);

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
