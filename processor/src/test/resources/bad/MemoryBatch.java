package model;

import dev.annotron.Dense;
import dev.annotron.Input;
import dev.annotron.Loss;
import dev.annotron.Network;
import dev.annotron.Tensor;
import dev.annotron.Train;

@Network
@Train(loss = Loss.MEAN_SQUARED_ERROR, batchSize = /* ERROR: MEMORY_BATCH "use batchSize = 357913939 or less" */ 1_000_000_000)
public interface MemoryBatch {
  @Input(2)
  Tensor bits();

  @Dense(units = 1)
  Tensor answer();
}
