package model;

import dev.annotron.Dense;
import dev.annotron.Embedding;
import dev.annotron.Flatten;
import dev.annotron.Input;
import dev.annotron.InputType;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR)
public interface EmbeddingMaskRank {
  @Input(value = {2, 3}, type = InputType.INT)
  Tensor words();

  @Embedding(inputDim = 5, outputDim = 2, maskZero = /* ERROR: SHAPE_RANK "maskZero takes ids of rank 1 (steps), found rank 2" */ true)
  Tensor rows();

  @Flatten
  Tensor flat();

  @Dense(units = 1)
  Tensor answer();
}
