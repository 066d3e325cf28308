package model;

import dev.annotron.BatchNorm;
import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR, batchSize = /* WARNING: BATCH_NORM_BATCH "BatchNormBatch: with batchSize = 1, normalized has no other samples" */ 1)
public interface BatchNormBatch {
  @Input(2)
  Tensor recipe();

  @BatchNorm
  Tensor normalized();

  @Dense(units = 1)
  Tensor strength();
}
