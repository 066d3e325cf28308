package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Permute;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface ShapePermutation {
  @Input({6, 5, 2})
  Tensor picture();

  @Permute(/* ERROR: SHAPE_PERMUTATION "the axes of [6,5,2] (picture[6,5,2] → changed) are [1, 2, 3], found [1, 3, 3]; name each of them once" */ {1, 3, 3})
  Tensor changed();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
