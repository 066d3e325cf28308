package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MaxNorm;
import dev.annotron.MultiHeadAttention;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface MaxNormAxisAttention {
  @Input({5, 4})
  Tensor steps();

  @MultiHeadAttention(numHeads = 2, keyDim = 3)
  @MaxNorm(
      axis = /* ERROR: SHAPE_AXIS "axis of @MaxNorm is 3; it must be axes of the kernel[4,2,3]" */ 3)
  Tensor looked(Tensor steps);

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
