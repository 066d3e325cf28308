package model;

import dev.annotron.Dense;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.MultiHeadAttention;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface AttentionSteps {
  @Input({4, 3})
  Tensor words();

  @Input({5, 3})
  Tensor values();

  @Input({6, 3})
  Tensor keys();

  @MultiHeadAttention(numHeads = 2, keyDim = 3)
  Tensor looked(Tensor words, Tensor values, Tensor /* ERROR: SHAPE_MISMATCH "a key with as many steps as the value, found [6,3] and [5,3]" */ keys);

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
