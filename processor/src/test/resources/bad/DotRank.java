package model;

import dev.annotron.Dense;
import dev.annotron.Dot;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface DotRank {
  @Input({4, 3})
  Tensor words();

  @Input(5)
  Tensor others();

  /* ERROR: SHAPE_RANK "two tensors of rank 1 or two of rank 2, found [4,3] and [5]" */ @Dot(axes = 1)
  Tensor product(Tensor words, Tensor others);

  @Dense(units = 1)
  Tensor answer();
}
