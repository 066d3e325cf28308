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
public interface AttentionRange {
  @Input({4, 3})
  Tensor words();

  @MultiHeadAttention(
      numHeads = /* ERROR: ATTRIBUTE_RANGE "numHeads of @MultiHeadAttention is 0; it must be at least 1" */ 0,
      keyDim = /* ERROR: ATTRIBUTE_RANGE "keyDim of @MultiHeadAttention is -2; it must be at least 1" */ -2,
      valueDim = /* ERROR: ATTRIBUTE_RANGE "valueDim of @MultiHeadAttention is -1; it must be at least 0" */ -1)
  Tensor looked();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
